/** A yardstick: the six resources as in tutorials, on Express, in memory and without checks. */
import process from "node:process";
import cors from "cors";
import express from "express";

const rooms = new Map();
const app = express();
app.use(cors(), express.json());

function roomOf(name) {
  const room = rooms.get(name) ?? { candidates: { offer: [], answer: [] } };
  rooms.set(name, room);
  return room;
}

for (const side of ["offer", "answer"]) {
  app.post(`/rooms/:room/${side}`, (req, res) => {
    roomOf(req.params.room)[side] = req.body;
    res.status(201).json({});
  });
  app.get(`/rooms/:room/${side}`, (req, res) => {
    const description = roomOf(req.params.room)[side];
    if (description === undefined) res.status(404).json({});
    else res.json(description);
  });
  app.post(`/rooms/:room/${side}-candidate`, (req, res) => {
    roomOf(req.params.room).candidates[side].push(req.body);
    res.status(204).end();
  });
  app.get(`/rooms/:room/${side}-candidates`, (req, res) => {
    res.json(roomOf(req.params.room).candidates[side]);
  });
}
app.delete("/rooms/:room", (req, res) => {
  rooms.delete(req.params.room);
  res.status(204).end();
});

const server = app.listen(Number(process.env.PORT), () => {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  process.stderr.write(`Express: http://localhost:${port}\n`);
});
