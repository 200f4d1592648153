// The page's few drawings, as strokes on a 20 by 20 grid.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  hash: "M8 3 6 17M14 3l-2 14M3.5 7.5h14M2.5 12.5h14",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  close: "m5 5 10 10M15 5 5 15",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  reply: "M4 5.5h12v8H9l-3.5 3v-3H4z",
  send: "M4 10h11M10.5 5l5 5-5 5",
  down: "m5.5 8 4.5 4.5L14.5 8",
  clock: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M10 6v4.3l2.8 1.7",
  panel: "M3 4h14v12H3zM12 4v12",
  check: "m4.5 10.5 3.5 3.5 7.5-8",
  plus: "M10 4v12M4 10h12",
  eye: "M2.5 10s2.8-5 7.5-5 7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5M10 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4",
  home: "M3.5 9.5 10 4l6.5 5.5V16h-4.5v-4H8v4H3.5z",
  alert: "M10 3 2.5 16.5h15zM10 8v4M10 14.3v.01",
  phone:
    "M5 3.5h3l1.5 3.5-2 1.5a9 9 0 0 0 4 4l1.5-2 3.5 1.5v3a1.5 1.5 0 0 1-1.6 1.5A13 13 0 0 1 3.5 5.1 1.5 1.5 0 0 1 5 3.5",
  file: "M5 2.5h6.500L15 6v11.500H5zM11.5 2.500V6H15",
  moon: "M15.5 12A6.5 6.5 0 0 1 8 4.5a6 6 0 1 0 7.5 7.5",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** Alongside's own mark: two lines that walk side by side. */
export function mark() {
  const image = document.createElement("img");
  image.src = "/page/mark.svg";
  image.alt = "";
  image.className = "mark";
  return image;
}
