/** The largest file that is taken from a person, in MB; readers refuse larger ones too, wherever they come from. */
export const fileLimitMb = 50;
