export type DoctorWords = typeof import("@/words/en/doctor.ts").doctor;
