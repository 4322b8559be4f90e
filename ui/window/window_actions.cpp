// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_actions.h"

#include "ui/style/icons.h"
#include "ui/text/mnemonic.h"
#include "ui/window/language_menu.h"

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
    const QString plain = withoutMnemonic(translated(words.text)).remove(u"…"_s);
    const QString key = keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
    const QString head = key.isEmpty() ? plain : u"%1 (%2)"_s.arg(plain, key);
    action->setToolTip(head + u'\n' + action->statusTip());
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
                {"open", QT_TRANSLATE_NOOP("WindowActions", "&Open…"),
                 QT_TRANSLATE_NOOP(
                     "WindowActions",
                     "Open a picture or a file of ink as the drawing, weights to read with, or a network"),
                 "open"},
                key("Ctrl+O")))
    , save(make(parent,
                {"save", QT_TRANSLATE_NOOP("WindowActions", "&Save drawing…"),
                 QT_TRANSLATE_NOOP("WindowActions", "Save the drawing as InkML, PNG or SVG"), "save"},
                key("Ctrl+S")))
    , copy(make(parent,
                {"copy", QT_TRANSLATE_NOOP("WindowActions", "&Copy drawing"),
                 QT_TRANSLATE_NOOP("WindowActions", "Copy the drawing as a picture"), "copy"},
                key("Ctrl+C")))
    , paste(
          make(parent,
               {"paste", QT_TRANSLATE_NOOP("WindowActions", "&Paste"),
                QT_TRANSLATE_NOOP("WindowActions", "Use the picture or the files on the clipboard"), "paste"},
               key("Ctrl+V")))
    , quit(make(parent,
                {"quit", QT_TRANSLATE_NOOP("WindowActions", "&Quit"),
                 QT_TRANSLATE_NOOP("WindowActions", "Save what is being trained and quit")},
                key("Ctrl+Q")))
    , undo(make(parent,
                {"undo", QT_TRANSLATE_NOOP("WindowActions", "&Undo"),
                 QT_TRANSLATE_NOOP("WindowActions", "Take the last stroke back"), "undo"},
                standard(QKeySequence::Undo, "Ctrl+Z")))
    , redo(make(parent,
                {"redo", QT_TRANSLATE_NOOP("WindowActions", "&Redo"),
                 QT_TRANSLATE_NOOP("WindowActions", "Bring back the stroke that Undo took away"), "redo"},
                standard(QKeySequence::Redo, "Ctrl+Shift+Z")))
    , clear(make(parent,
                 {"clear", QT_TRANSLATE_NOOP("WindowActions", "C&lear"),
                  QT_TRANSLATE_NOOP("WindowActions", "Empty the canvas; Undo brings it back"), "clear"},
                 key("Delete")))
    , pen(make(parent,
               {"pen", QT_TRANSLATE_NOOP("WindowActions", "&Pen"),
                QT_TRANSLATE_NOOP("WindowActions", "Write with mouse, finger, pen or arrow keys and Space"),
                "pen"},
               key("P")))
    , eraser(make(parent,
                  {"eraser", QT_TRANSLATE_NOOP("WindowActions", "&Eraser"),
                   QT_TRANSLATE_NOOP("WindowActions", "Rub out parts of strokes"), "eraser"},
                  key("E")))
    , thinner(make(parent,
                   {"thinner", QT_TRANSLATE_NOOP("WindowActions", "&Thinner"),
                    QT_TRANSLATE_NOOP("WindowActions", "Write with a thinner pen")},
                   key("[")))
    , thicker(make(parent,
                   {"thicker", QT_TRANSLATE_NOOP("WindowActions", "Th&icker"),
                    QT_TRANSLATE_NOOP("WindowActions", "Write with a thicker pen")},
                   key("]")))
    , previousCharacter(
          make(parent,
               {"previousCharacter", QT_TRANSLATE_NOOP("WindowActions", "Pre&vious character"),
                QT_TRANSLATE_NOOP("WindowActions",
                                  "Let the panels show the character of the number before this one")},
               key("Ctrl+Left")))
    , nextCharacter(
          make(parent,
               {"nextCharacter", QT_TRANSLATE_NOOP("WindowActions", "Ne&xt character"),
                QT_TRANSLATE_NOOP("WindowActions",
                                  "Let the panels show the character of the number after this one")},
               key("Ctrl+Right")))
    , removeCharacter(
          make(parent,
               {"removeCharacter", QT_TRANSLATE_NOOP("WindowActions", "Re&move character"),
                QT_TRANSLATE_NOOP("WindowActions",
                                  "Take the strokes of the character in focus out of the drawing")},
               key("Shift+Delete")))
    , oneOnly(make(parent,
                   {"oneOnly", QT_TRANSLATE_NOOP("WindowActions", "&One character only"),
                    QT_TRANSLATE_NOOP("WindowActions",
                                      "Read all strokes as one character, never as those of a number")},
                   {}))
    , previousDrawing(
          make(parent,
               {"previousDrawing", QT_TRANSLATE_NOOP("WindowActions", "Previous drawing"),
                QT_TRANSLATE_NOOP("WindowActions", "Show the drawing before this one in the opened file")},
               key("PgUp")))
    , nextDrawing(
          make(parent,
               {"nextDrawing", QT_TRANSLATE_NOOP("WindowActions", "Next drawing"),
                QT_TRANSLATE_NOOP("WindowActions", "Show the drawing after this one in the opened file")},
               key("PgDown")))
    , openWeights(make(parent,
                       {"openWeights", QT_TRANSLATE_NOOP("WindowActions", "Open &weights…"),
                        QT_TRANSLATE_NOOP("WindowActions",
                                          "Read with the weights of a file (safetensors or PyTorch's .pt)")},
                       {}))
    , saveWeights(make(
          parent,
          {"saveWeights", QT_TRANSLATE_NOOP("WindowActions", "S&ave weights…"),
           QT_TRANSLATE_NOOP("WindowActions",
                             "Save the weights in use as safetensors, PyTorch's .pt, ONNX or NumPy's .npz")},
          {}))
    , shippedWeights(
          make(parent,
               {"shippedWeights", QT_TRANSLATE_NOOP("WindowActions", "Back to the &shipped weights"),
                QT_TRANSLATE_NOOP("WindowActions", "Read with the weights that came with the program")},
               {}))
    , undoWeights(
          make(parent,
               {"undoWeights", QT_TRANSLATE_NOOP("WindowActions", "&Undo weights"),
                QT_TRANSLATE_NOOP("WindowActions", "Read with the weights that were in use before these")},
               {}))
    , redoWeights(make(parent,
                       {"redoWeights", QT_TRANSLATE_NOOP("WindowActions", "&Redo weights"),
                        QT_TRANSLATE_NOOP("WindowActions", "Read with the weights that Undo took away")},
                       {}))
    , drawLayout(make(parent,
                      {"layout.draw", QT_TRANSLATE_NOOP("WindowActions", "&Draw"),
                       QT_TRANSLATE_NOOP("WindowActions", "Large canvas, the answer and the network")},
                      key("Ctrl+1")))
    , trainLayout(make(parent,
                       {"layout.train", QT_TRANSLATE_NOOP("WindowActions", "&Train"),
                        QT_TRANSLATE_NOOP("WindowActions", "Options, curves and runs of the training")},
                       key("Ctrl+2")))
    , inspectLayout(make(parent,
                         {"layout.inspect", QT_TRANSLATE_NOOP("WindowActions", "&Inspect"),
                          QT_TRANSLATE_NOOP("WindowActions", "Modules, parameters, hooks and reasons")},
                         key("Ctrl+3")))
    , buildLayout(
          make(parent,
               {"layout.build", QT_TRANSLATE_NOOP("WindowActions", "&Build"),
                QT_TRANSLATE_NOOP("WindowActions", "Compose a network of modules, and its source code")},
               key("Ctrl+4")))
    , resetLayout(
          make(parent,
               {"layout.reset", QT_TRANSLATE_NOOP("WindowActions", "&Reset layout"),
                QT_TRANSLATE_NOOP("WindowActions", "Put the panels of this layout where they were at first")},
               {}))
    , nextPanel(make(
          parent,
          {"nextPanel", QT_TRANSLATE_NOOP("WindowActions", "Go to the &next panel"),
           QT_TRANSLATE_NOOP("WindowActions", "Give the keyboard to the next panel, or to the canvas again")},
          key("F6")))
    , previousPanel(
          make(parent,
               {"previousPanel", QT_TRANSLATE_NOOP("WindowActions", "Go to the &previous panel"),
                QT_TRANSLATE_NOOP("WindowActions",
                                  "Give the keyboard to the panel before this one, or to the canvas")},
               key("Shift+F6")))
    , detachPanel(
          make(parent,
               {"detachPanel", QT_TRANSLATE_NOOP("WindowActions", "Deta&ch or attach panel"),
                QT_TRANSLATE_NOOP("WindowActions",
                                  "Make the panel that has the keyboard a window, or attach it again")},
               key("Ctrl+Shift+D")))
    , hidePanel(make(parent,
                     {"hidePanel", QT_TRANSLATE_NOOP("WindowActions", "&Hide panel"),
                      QT_TRANSLATE_NOOP("WindowActions",
                                        "Hide the panel that has the keyboard; this menu brings it back")},
                     key("Ctrl+W")))
    , dark(make(parent,
                {"dark", QT_TRANSLATE_NOOP("WindowActions", "Dar&k"),
                 QT_TRANSLATE_NOOP("WindowActions", "Switch between the light and the dark look"), "moon"},
                key("Ctrl+D")))
    , help(make(parent,
                {"help", QT_TRANSLATE_NOOP("WindowActions", "&Help"),
                 QT_TRANSLATE_NOOP("WindowActions", "What the panels show, what words mean, every key"),
                 "help"},
                key("F1")))
    , shortcuts(make(parent,
                     {"shortcuts", QT_TRANSLATE_NOOP("WindowActions", "&Keyboard shortcuts"),
                      QT_TRANSLATE_NOOP("WindowActions", "Show every key of the window and of its panels")},
                     {}))
    , lessons(make(parent,
                   {"lessons", QT_TRANSLATE_NOOP("WindowActions", "&Lessons"),
                    QT_TRANSLATE_NOOP("WindowActions", "Learn step by step what a network is made of")},
                   key("Shift+F1")))
    , openLesson(make(parent,
                      {"openLesson", QT_TRANSLATE_NOOP("WindowActions", "&Open lesson…"),
                       QT_TRANSLATE_NOOP("WindowActions", "Open a lesson of your own, a file (.json)")},
                      {}))
    , showHints(make(parent,
                     {"showHints", QT_TRANSLATE_NOOP("WindowActions", "Show h&ints again"),
                      QT_TRANSLATE_NOOP("WindowActions", "Show what a newcomer can try, one hint at a time")},
                     {}))
    , about(make(parent,
                 {"about", QT_TRANSLATE_NOOP("WindowActions", "&About Glyphscope"),
                  QT_TRANSLATE_NOOP("WindowActions",
                                    "Show the version, the licence and where the weights come from")},
                 {}))
    , language(new LanguageMenu(parent))
    , tools(new QActionGroup(parent))
    , layouts(new QActionGroup(parent))
{
    for (QAction* tool : {pen, eraser}) {
        tool->setCheckable(true);
        tools->addAction(tool);
    }
    for (QAction* layout : {drawLayout, trainLayout, inspectLayout, buildLayout}) {
        layout->setCheckable(true);
        layout->setIconText(withoutMnemonic(layout->text()));  // on its button
        layouts->addAction(layout);
    }
    pen->setChecked(true);
    dark->setCheckable(true);
    oneOnly->setCheckable(true);
    for (QAction* unavailable :
         {undo, redo, clear, save, copy, previousCharacter, nextCharacter, removeCharacter, previousDrawing,
          nextDrawing, saveWeights, undoWeights, redoWeights, detachPanel, hidePanel})
        unavailable->setEnabled(false);
}

}  // namespace glyphscope
