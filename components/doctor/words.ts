/** The words of the doctor and its self-test. */
export type DoctorWords = typeof import("@/words/en/doctor.ts").doctor;
