// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_actions.h"

#include "ui/style/icons.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QWidget>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

struct Words {
    const char* name;
    const char* text;
    const char* tip;
    const char* icon = "";
};

QAction* make(QWidget* parent, const Words& words, const QList<QKeySequence>& keys)
{
    const auto translated = [](const char* text) {
        return QCoreApplication::translate("WindowActions", text);
    };
    auto* action = new QAction(translated(words.text), parent);
    action->setObjectName(u"action."_s + QLatin1StringView(words.name));
    action->setStatusTip(translated(words.tip));
    action->setShortcuts(keys);
    const QString plain = translated(words.text).remove(u'&').remove(u"…"_s);
    const QString key = keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? plain : u"%1 (%2)"_s.arg(plain, key));
    if (*words.icon != '\0')
        action->setIcon(icon(QLatin1StringView(words.icon)));
    parent->addAction(action);
    return action;
}

QList<QKeySequence> key(const char* sequence)
{
    return {QKeySequence(QLatin1StringView(sequence))};
}

QList<QKeySequence> standard(QKeySequence::StandardKey which, const char* otherwise)
{
    const QList<QKeySequence> keys = QKeySequence::keyBindings(which);
    return keys.isEmpty() ? key(otherwise) : keys;
}

}  // namespace

WindowActions::WindowActions(QWidget* parent)
    : open(make(parent,
                {"open", "&Open…", "Open a picture or a file of ink as the drawing, or weights to read with",
                 "open"},
                key("Ctrl+O")))
    , save(make(parent, {"save", "&Save drawing…", "Save the drawing as InkML, PNG or SVG", "save"},
                key("Ctrl+S")))
    , copy(make(parent, {"copy", "&Copy drawing", "Copy the drawing as a picture", "copy"}, key("Ctrl+C")))
    , paste(make(parent, {"paste", "&Paste", "Use the picture or the files on the clipboard", "paste"},
                 key("Ctrl+V")))
    , quit(make(parent, {"quit", "&Quit", "Save what is being trained and quit"}, key("Ctrl+Q")))
    , undo(make(parent, {"undo", "&Undo", "Take the last stroke back", "undo"},
                standard(QKeySequence::Undo, "Ctrl+Z")))
    , redo(make(parent, {"redo", "&Redo", "Bring the stroke back", "redo"},
                standard(QKeySequence::Redo, "Ctrl+Shift+Z")))
    , clear(
          make(parent, {"clear", "C&lear", "Empty the canvas; Undo brings it back", "clear"}, key("Delete")))
    , pen(make(parent, {"pen", "&Pen", "Write with mouse, finger, pen or arrow keys and Space", "pen"},
               key("P")))
    , eraser(make(parent, {"eraser", "&Eraser", "Rub out parts of strokes", "eraser"}, key("E")))
    , thinner(make(parent, {"thinner", "&Thinner", "Write with a thinner pen"}, key("[")))
    , thicker(make(parent, {"thicker", "Th&icker", "Write with a thicker pen"}, key("]")))
    , previousDrawing(
          make(parent,
               {"previousDrawing", "Previous drawing", "Show the drawing before this one in the opened file"},
               key("PgUp")))
    , nextDrawing(make(parent,
                       {"nextDrawing", "Next drawing", "Show the drawing after this one in the opened file"},
                       key("PgDown")))
    , openWeights(make(
          parent, {"openWeights", "Open &weights…", "Read with other weights (safetensors, PyTorch)"}, {}))
    , saveWeights(make(parent,
                       {"saveWeights", "S&ave weights…",
                        "Save the weights in use as safetensors, PyTorch's .pt, ONNX or NumPy's .npz"},
                       {}))
    , shippedWeights(make(parent,
                          {"shippedWeights", "Back to the &shipped weights",
                           "Read with the weights that came with the program"},
                          {}))
    , undoWeights(make(parent,
                       {"undoWeights", "Go back to the weights &before",
                        "Read with the weights that were in place before these, exactly"},
                       {}))
    , redoWeights(make(
          parent, {"redoWeights", "Go &forward again", "Read with the weights that were gone back from"}, {}))
    , drawLayout(make(parent, {"layout.draw", "&Draw", "Canvas, answer and network"}, key("Ctrl+1")))
    , trainLayout(make(parent, {"layout.train", "&Train", "Canvas, answer and training"}, key("Ctrl+2")))
    , inspectLayout(make(parent, {"layout.inspect", "&Inspect", "The network large"}, key("Ctrl+3")))
    , dark(make(parent, {"dark", "Dar&k", "Switch between light and dark", "moon"}, key("Ctrl+D")))
    , shortcuts(make(parent, {"shortcuts", "&Keyboard shortcuts", "Show every key", "keyboard"}, key("F1")))
    , about(make(parent, {"about", "&About Glyphscope", "Version, licence and sources"}, {}))
    , tools(new QActionGroup(parent))
    , layouts(new QActionGroup(parent))
{
    for (QAction* tool : {pen, eraser}) {
        tool->setCheckable(true);
        tools->addAction(tool);
    }
    for (QAction* layout : {drawLayout, trainLayout, inspectLayout}) {
        layout->setCheckable(true);
        layouts->addAction(layout);
    }
    layouts->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    pen->setChecked(true);
    dark->setCheckable(true);
    for (QAction* unavailable :
         {undo, redo, clear, save, copy, previousDrawing, nextDrawing, saveWeights, undoWeights, redoWeights})
        unavailable->setEnabled(false);
}

QList<QAction*> WindowActions::all() const
{
    return {open,
            save,
            copy,
            paste,
            quit,
            undo,
            redo,
            clear,
            pen,
            eraser,
            thinner,
            thicker,
            previousDrawing,
            nextDrawing,
            drawLayout,
            trainLayout,
            inspectLayout,
            dark,
            shortcuts};
}

}  // namespace glyphscope
