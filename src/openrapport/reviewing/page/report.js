// The page works without this. With it: bars and words light up together, readers can differ, and files are saved.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  document.querySelectorAll(".js").forEach((one) => { one.hidden = false; });
  document.querySelectorAll(".no-js").forEach((one) => { one.hidden = true; });

  // ---- bars and words light up together
  let lit = [];
  const glance = (line) => {
    const [head, ...rest] = [...line.querySelectorAll(":scope>p:not(.c,.small)")];
    const said = rest.map((one) => one.textContent).join(" ");
    const who = [...head.children].slice(1).map((one) => one.textContent).join(", ");
    return "Turn " + head.children[0].textContent + ", " + who + (said ? ": " + (said.length > 110 ? said.slice(0, 110) + " …" : said) : "");
  };
  const light = (turn) => {
    lit.forEach((one) => one.classList.remove("on"));
    lit = turn === null ? [] : [$("t" + turn), ...document.querySelectorAll('.b[data-t="' + turn + '"]')].filter(Boolean);
    lit.forEach((one) => one.classList.add("on"));
    $("glance").textContent = turn === null ? "" : glance($("t" + turn));
  };
  const turnOf = (node) => {
    const line = node.closest && node.closest("li.t, .sheet a");
    return line ? (line.id ? line.id.slice(1) : line.dataset.t) : null;
  };
  const visit = document.querySelector(".visit");
  if (visit) {
    visit.addEventListener("pointerover", (event) => light(turnOf(event.target)));
    visit.addEventListener("pointerleave", () => light(null));
    visit.addEventListener("focusin", (event) => light(turnOf(event.target)));
  }
  const shown = () => {
    const target = location.hash && $(location.hash.slice(1));
    if (!target) return;
    if (target.matches(".t") && getComputedStyle(target).display === "none") visit.reset();
    for (let box = target.parentElement; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    if (target.matches(".t")) target.scrollIntoView();
  };
  addEventListener("hashchange", shown);
  shown();

  if (matchMedia("(max-width:62em)").matches) document.querySelectorAll(".filters").forEach((one) => { one.open = false; });
  $("open-all").addEventListener("click", () => {
    document.querySelectorAll("main details:not(.filters)").forEach((one) => { one.open = true; });
  });

  if (!data) return;

  const save = (name, text, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const make = (name, props, ...inside) => {
    const one = Object.assign(document.createElement(name), props);
    one.append(...inside);
    return one;
  };

  // ---- "I see it differently"
  const KEY = "openrapport corrections " + data.source + " " + data.join;
  const plain = new Map(data.acts.map(([id, , words]) => [id, words]));
  const load = () => {
    try { return new Map(JSON.parse(localStorage.getItem(KEY) || "[]")); } catch { return new Map(); }
  };
  const kept = load();
  const keep = () => {
    try {
      if (kept.size) localStorage.setItem(KEY, JSON.stringify([...kept])); else localStorage.removeItem(KEY);
    } catch { /* no storage here: they live as long as the page */ }
    show();
  };
  const side = (turn) => ($("t" + turn).classList.contains("clinician") ? "clinician" : "patient");
  const words = (one) => one.acts.map((id) => plain.get(id) || id).join(", ") || "none of these";
  const ordered = () => [...kept].sort((a, b) => a[0] - b[0]);
  const show = () => {
    document.querySelectorAll(".mine").forEach((one) => one.remove());
    $("kept").replaceChildren(...ordered().map(([turn, one]) => {
      const line = $("t" + turn);
      const note = one.note ? " — " + one.note : "";
      line.append(make("p", { className: "small mine" }, make("b", {}, "Your reading: "), words(one) + note));
      return make("li", {}, make("a", { href: "#t" + turn }, "Turn " + turn), ": " + words(one) + note);
    }));
    if (!kept.size) $("kept").append(make("li", {}, "None yet."));
    $("save-corrections").disabled = $("clear-corrections").disabled = !kept.size;
  };
  const dialog = $("differently");
  let at = null;
  const boxes = () => [...$("differently-acts").querySelectorAll("input")];
  const ask = (turn) => {
    at = turn;
    const before = kept.get(turn);
    const now = before ? before.acts : data.coded[turn];
    $("differently-title").textContent = "Turn " + turn + ": I see it differently";
    $("differently-words").textContent = [...$("t" + turn).querySelectorAll(":scope>p:not(.w,.c,.small)")].map((p) => p.textContent).join(" ");
    $("differently-acts").replaceChildren(...data.acts.filter((act) => act[1] === side(turn)).map(([id, , said, meaning]) =>
      make("label", { title: meaning }, make("input", { type: "checkbox", value: id, checked: now.includes(id) }), make("span", {}, said))));
    $("differently-none").checked = Boolean(before) && !now.length;
    $("differently-note").value = before ? before.note : "";
    dialog.returnValue = "cancel";
    dialog.showModal();
  };
  $("differently-none").addEventListener("change", (event) => {
    if (event.target.checked) boxes().forEach((one) => { one.checked = false; });
  });
  $("differently-acts").addEventListener("change", () => { $("differently-none").checked = false; });
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "keep") {
      const acts = boxes().filter((one) => one.checked).map((one) => one.value);
      kept.set(at, { acts, note: $("differently-note").value.trim() });
      keep();
    } else if (dialog.returnValue === "drop") {
      kept.delete(at);
      keep();
    }
  });
  document.querySelectorAll("li.t.clinician, li.t.patient, li.t.companion").forEach((line) => {
    const turn = Number(line.id.slice(1));
    const button = make("button", { type: "button", className: "differ" }, "I see it differently");
    button.setAttribute("aria-label", "I see turn " + turn + " differently");
    button.addEventListener("click", () => ask(turn));
    line.append(button);
  });
  $("save-corrections").addEventListener("click", () => {
    const turns = ordered().map(([turn, one]) => ({ turn, acts: one.acts, ...(one.note ? { note: one.note } : {}) }));
    const file = { openrapport_corrections: 1, source: data.source, join: data.join, turns };
    save("corrections.json", JSON.stringify(file, null, 1) + "\n", "application/json");
  });
  $("clear-corrections").addEventListener("click", () => { kept.clear(); keep(); });
  show();

  // ---- what may be carried to the next visit: only what is ticked is written
  const proposals = [...document.querySelectorAll(".carry li")].map((line, number) => {
    const tick = make("input", { type: "checkbox" });
    const inShort = make("input", { type: "text" });
    line.append(make("label", {}, tick, "Keep this"), make("label", {}, "In your own words, if you like", inShort));
    tick.setAttribute("aria-label", "Keep this: " + data.carry[number][0]);
    inShort.setAttribute("aria-label", "In your own words: " + data.carry[number][0]);
    tick.addEventListener("change", () => { saveCarry.disabled = !proposals.some((one) => one.tick.checked); });
    return { tick, inShort, kind: line.dataset.kind, found: data.carry[number] };
  });
  const saveCarry = $("save-carry");
  const quoted = (text) => JSON.stringify(text.replace(/\p{Cs}/gu, "\ufffd")).replace(/[\x7f-\x9f\u2028\u2029]/g,
    (one) => "\\u" + one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0"));
  if (saveCarry) saveCarry.addEventListener("click", () => {
    const lines = ["# What the clinician chose to carry from this visit to the next.", "carry = 1", "visit = " + quoted(data.visit)];
    if (data.date) lines.push("date = " + data.date);
    for (const one of proposals.filter((each) => each.tick.checked)) {
      const [quote, turn, speaker] = one.found;
      lines.push("", one.kind === "promise" ? "[[promises]]" : "[[facts]]", "quote = " + quoted(quote), "turn = " + turn,
        "speaker = " + quoted(speaker), "confirmed = true");
      if (one.inShort.value.trim()) lines.push("in_short = " + quoted(one.inShort.value.trim()));
    }
    save("carry.toml", lines.join("\n") + "\n", "application/toml");
  });
})();
