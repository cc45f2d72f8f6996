// The editor in place of the textarea: what the server keeps (data-ekstensi) and nothing else.

import * as prosa from "../../django_prose_editor/editor.js";
import { buatBilahAlat } from "./bilah_alat.js";
import { TempelWord } from "./word.js";

const DASAR = [prosa.Document, prosa.Text, prosa.History, prosa.Gapcursor, prosa.Dropcursor, prosa.TrailingNode, TempelWord];
const SEL = { content: "(paragraph | bulletList | orderedList)+" }; // no table in a table
const TAMBAHAN = { TableCell: SEL, TableHeader: SEL };

// Tab leaves the editor; levels of lists and cells of tables are reached with the toolbar and the arrow keys.
function siapkan(nama) {
  return prosa[nama].extend({
    ...TAMBAHAN[nama],
    addKeyboardShortcuts() {
      const pintasan = { ...this.parent?.() };
      delete pintasan.Tab;
      delete pintasan["Shift-Tab"];
      return pintasan;
    },
  });
}

export class Editor {
  constructor(kotak, label, padaUbah) {
    this.kotak = kotak;
    this.wadah = document.createElement("div");
    this.wadah.className = "editor-naskah";
    kotak.before(this.wadah);
    this.editor = new prosa.Editor({
      element: this.wadah,
      extensions: [...DASAR, ...kotak.dataset.ekstensi.split(" ").map(siapkan)],
      content: kotak.dataset.html,
      injectCSS: false, // its rules stand in naskah.css: the policy of the site refuses <style>
      editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": label.id, class: "isi-naskah" } },
      onUpdate: padaUbah,
    });
    this.wadah.prepend(buatBilahAlat(this.editor));
    kotak.hidden = true;
    label.addEventListener("click", () => this.focus());
  }

  // Without the empty line that stays open at the end.
  get isi() {
    return this.editor.getHTML().replace(/(<p><\/p>)+$/, "");
  }

  set isi(html) {
    this.editor.commands.setContent(html, { emitUpdate: false });
  }

  focus() {
    this.editor.commands.focus();
  }

  // Back to the textarea.
  lepas() {
    this.editor.destroy();
    this.wadah.remove();
    this.kotak.hidden = false;
  }
}
