import { contentType } from "npm:mime-types@^3.0.2";
import { extname } from "node:path";

export function contentTypeOf(path: string): string {
  const type = contentType(extname(path)) || "text/plain";
  return type.replace("charset=utf-8", "charset=UTF-8");
}
