import { Empty, Table } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { SUBJECT_LEVELS, type Subject, type SubjectKind } from '../../shared/subjects/subject.ts';

const levelNames = ['类', '款', '项'];
const HEADING_PX = 40;
const INDENT_PX = 20;

/** The height a list may take: that of the room it stands in. */
function useRoom() {
  const room = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { room, height };
}

/** Subjects, indented by their level. A year's whole table is thousands of rows; only those in view are drawn. */
export function SubjectList({
  kind,
  subjects,
  query,
}: {
  readonly kind: SubjectKind;
  readonly subjects: readonly Subject[];
  readonly query: string;
}) {
  const { room, height } = useRoom();
  const levels = SUBJECT_LEVELS[kind];
  return (
    <div className="subjects-list" ref={room}>
      <Table<Subject>
        virtual
        size="small"
        rowKey="code"
        pagination={false}
        scroll={{ y: Math.max(0, height - HEADING_PX) }}
        dataSource={subjects}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`没有编码或名称为“${query.trim()}”的科目`} />
          ),
        }}
        columns={[
          { title: '编码', dataIndex: 'code', width: 120 },
          {
            title: '名称',
            dataIndex: 'name',
            render: (name: string, { code }) => (
              <span style={{ paddingLeft: levels.indexOf(code.length) * INDENT_PX }}>{name}</span>
            ),
          },
          { title: '级次', width: 80, render: (_, { code }) => levelNames[levels.indexOf(code.length)] },
        ]}
      />
    </div>
  );
}
