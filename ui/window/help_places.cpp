// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_places.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

struct HelpPlaces {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::HelpPlaces)
};

struct Place {
    const char* id;
    QList<const char*> words;
};

// clang-format off
const Place kPlaces[] = {
    {"canvas", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Here you write. Every stroke is read while you write it. Use a mouse, a finger or a pen; the eraser "
            "rubs out parts of strokes. The slider above sets the width of the pen."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Write one character at a time, as large as you like and wherever you like: it is scaled and centred "
            "before the network gets it."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "A picture or a file of ink can be opened, pasted or dropped here. An image of a data set, opened from "
            "the evaluation, is shown and read as it is, pixel by pixel."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Under a picture you see what was taken as its paper, shadow, lines and ink. Where a step went wrong, "
            "change it there: treat the picture as ink on a sheet or on transparent, crop it, keep its lines or "
            "shadow, or move the threshold. Each change can be undone."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "While one value of a module is explained, the part of the drawing that it can see is outlined here. "
            "Maps of the panel that explains the answer can be laid over the drawing, too."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Without a mouse, the arrow keys move a crosshair. Hold Space and move it to draw a stroke. What you "
            "draw is kept when the program ends, however it ends.")}},
    {"stages", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "This strip shows how the drawing becomes the network's input: the strokes, the tight box around the "
            "ink, the ink scaled to 20 × 20 pixels, and the image of 28 × 28 pixels with its centre of mass in "
            "the middle. The last one is what the network gets."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Point at a pixel to read its value: as a byte from 0 to 255, and as the number after standardising, "
            "which is the value that enters the first module.")}},
    {"answer", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "The class that the network reads, how sure it is, and the second guess. The bars show the "
            "probability of every class; together they make 100\u00a0%."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "\"Not sure\" means that two classes are close to each other. The drawing is refused when the highest "
            "logit is lower than a threshold: then it looks like nothing that the network was trained on."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "The row \"It was\" keeps the drawing as a sample with the right class. Collect a few where the network "
            "is wrong, and fine-tune it on them in the panel of your handwriting.")}},
    {"network", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Every module of the network as a card, in the order in which they are called, with its "
            "output for the present drawing. The cards follow your pen, and the weights while they are trained."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Open a card to see the module large.")}},
    {"module", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "One module, large: its feature maps or values for the present drawing, its filters, its input, and "
            "statistics such as the mean and the share of zeros. Maps that are zero for the present drawing are "
            "marked. Find dead channels reads 1,000 test images for those that are zero whatever is drawn."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Choose a value to see how it came about: every product of an input and a weight, their sum, the bias, "
            "and beside it the value that LibTorch computed. The part of the drawing that it depends on, its "
            "receptive field, is outlined on the canvas."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Zoom in until the numbers themselves are written in the pixels. The scale of colours can reach over a "
            "map, the layer or the whole network: maps can be compared only on one scale.")}},
    {"build", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Here a network is composed. Every module is a row, with the shape of its output, its parameters, the "
            "multiply-adds of one image and the memory of its output. Blocks hold rows of their own; a Repeat is "
            "shown once, with the number of times."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Choose a kind on the left, or type a part of its name and press Return: it goes behind the chosen row. "
            "Drag rows to move them. The options of the chosen row stand in it, by PyTorch's names; sizes that follow "
            "from what comes in are never typed."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "What does not fit is said under the rows, with what came, what was wanted, and buttons that mend it. A "
            "warning leaves the network as usable as it is."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "\"Use this network\" keeps every tensor whose name and shape remain, so a trained network can be grown "
            "and trained on. It says before which tensors are new. Undo in the Model menu takes it back. Edits "
            "that are not in use yet are kept when the program ends, however it ends.")}},
    {"code", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "The edited network as source code: a module of PyTorch, the short form with nn.Sequential, LibTorch in "
            "C++, or what print(model) shows. The lines of the chosen module are marked; click a line to choose its "
            "module."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Copy it, save it as a file, or paste source: nn.Sequential(...) and the text of print(model) become "
            "the edited network.")}},
    {"lessons", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Step by step through what a network is made of. Each step says what to do; the part of the window "
            "that it speaks of gets a frame, and the program sees by itself when it is done."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "\"Show me\" does a step before your eyes. Skip it, go back, or take back what the lesson changed: "
            "drawing, weights, hooks, frozen parameters and the edited network. Lessons of your own are files.")}},
    {"parameters", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "All parameters as a table: name, shape, number of values, smallest and largest value, mean, and the "
            "norm of the gradient while the network is trained. The histogram shows the values of the one chosen."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Take the check mark of a parameter away to freeze it: training leaves it as it is. This works during "
            "a training, too."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Two more pages show the tree of modules, and the forward pass of the present drawing module by module "
            "with shapes, cost and time.")}},
    {"hooks", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "A hook is called whenever its module runs, as in PyTorch: before it or after it, in the forward or in "
            "the backward pass. It can look at the values that go by, or change them: set them to zero, fill, "
            "scale, clamp, add noise, or put in values from another drawing."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "A hook that changes values also changes the answer, and a training if one runs. The window says so "
            "wherever it matters. Switch hooks off one by one, or remove them, to have the plain network again."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "\"What if\" sets one channel of a module to zero after another and lists what happens to the answer: so "
            "you see which channels it depends on. One click keeps such a change as a hook."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "The log has a line for every call of a hook, with the shape and the statistics of the value.")}},
    {"why", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Six methods show which pixels the score of a class depends on: from the plain gradient to covering "
            "patch after patch. Choose the class to explain; set it against a second one to see what decides "
            "between the two."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "The methods ask different questions and need not agree. The table of agreement says how alike their "
            "maps are. Trust what several of them show."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "The page of gradients shows how strongly the score depends on the output of every module.")}},
    {"training", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Train the network on the data that is ticked: MNIST, your handwriting, folders of IDX files, files of "
            "ink. A recipe sets everything at once; each option can be changed. Training starts from new weights, "
            "and your drawing is read again and again while they learn."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "The curves show the loss, the accuracy and more over the steps of the run. Training and validation "
            "drifting apart is overfitting. Zoom with the wheel, and point at a curve to read its values."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Pause a run and take single steps. Learning rate, dropout, augmentation and frozen parameters can be "
            "changed while it runs; a mark on the curves says when. A stopped run can be resumed where it was "
            "stopped, also after the program was closed."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "The weights before the training are not lost: Undo in the Model menu brings them back exactly.")}},
    {"flow", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "The size of the gradient at every module while the network is trained, and the gradient of the weights "
            "relative to the weights. If it shrinks by orders of magnitude towards the input, the first modules "
            "hardly learn; if it grows from step to step, lower the learning rate."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "The history shows the last steps. Point at a module to read its numbers.")}},
    {"numbers", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Reads a whole labelled set with the weights in use and counts. Rows of the confusion matrix are the "
            "true classes, columns the answers: what is right lies on the diagonal."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Choose a cell to see the images behind it, and an image to put it on the canvas and look at it in "
            "every other panel."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "For every class there are precision, recall and F1. The calibration page compares how sure the network "
            "is with how often it is right: on the diagonal, 90\u00a0% sure is right nine times out of ten.")}},
    {"runs", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Every training is kept here with its settings, curves and checkpoints. Name it, and note what you "
            "tried and what came of it."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Choose two runs to compare their settings and results. Show the curves of older runs beside the "
            "running one."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "Move the slider through the checkpoints of a run: your drawing is read by the weights of that step. "
            "Use a checkpoint's weights, or resume the run where it was stopped."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "A run that is deleted goes to the trash first and can be brought back.")}},
    {"samples", {
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "The drawings that you kept with their class, in the answer's row \"It was\". Those that the network "
            "misreads are marked. Give them another class, remove them, import and export them."),
        QT_TRANSLATE_NOOP("glyphscope::HelpPlaces",
            "\"Teach it my hand\" fine-tunes the weights in use on your samples, which takes seconds. A part of the "
            "samples is kept back. The report says what was gained on those, and what was lost on the test set. "
            "All of it can be undone exactly.")}},
};

struct Keys {
    const char* place;
    const char* keys;
    const char* meaning;
};

const Keys kKeys[] = {
    {"canvas", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Arrows"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Move the crosshair: with Shift in fine steps, with Ctrl in long ones")},
    {"canvas", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Space"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Draw while it is held and the crosshair moves")},
    {"canvas", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Return"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Put the pen down, or lift it")},
    {"canvas", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Esc"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Drop the stroke that is being drawn")},
    {"answer", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Left, Right"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "In the row of a number: go from character to character")},
    {"answer", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "0 … 9"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "In the row of a number: say what the character in focus was")},
    {"stages", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Arrows"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Go from pixel to pixel and read its value")},
    {"stages", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Esc"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Let go of the pixel")},
    {"network", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Left, Right"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Go from module to module")},
    {"network", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Home, End"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Go to the first or the last module")},
    {"network", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Return"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Open the module")},
    {"module", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Arrows"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Go from value to value and see how each came about")},
    {"module", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "+, −, 0"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Larger, smaller, all of it")},
    {"module", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Return"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Show the chosen map alone, or all maps again")},
    {"module", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Esc"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Let go of the value, or show all maps again")},
    {"parameters", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Space"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Freeze the chosen parameters, or train them again")},
    {"parameters", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Left, Right, Home, End"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "In the histogram: go from bin to bin and read it")},
    {"parameters", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Ctrl+C"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Copy the chosen rows")},
    {"hooks", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Space"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Switch the chosen hooks on or off")},
    {"hooks", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Delete"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Remove the chosen hooks")},
    {"hooks", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Ctrl+Up, Ctrl+Down"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Move the hook: they are called in the order of the list")},
    {"hooks", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Ctrl+Z, Ctrl+Shift+Z"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Undo and redo a change of the hooks")},
    {"hooks", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Return, Esc"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "In the form: add the hook, or close the form")},
    {"hooks", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Ctrl+C"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "In the log: copy the chosen lines")},
    {"why", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "0 … 9"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Explain the class of this number")},
    {"why", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "A"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Explain the answer")},
    {"why", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Arrows, Home, End"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Go from method to method, from pixel to pixel or from module to module")},
    {"why", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Esc"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Let go of the pixel")},
    {"build", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Alt+Up, Alt+Down"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Move the chosen modules up or down")},
    {"build", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Alt+Left, Alt+Right"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Move the chosen modules out of their block, or into the one beside them")},
    {"build", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "F2"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Rename the module")},
    {"build", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Return"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "On a row: go to its options. On a kind: insert it behind the chosen module")},
    {"build", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Esc"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Go back from the options to the row")},
    {"build", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Delete"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Remove the chosen modules")},
    {"build", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Ctrl+X, Ctrl+C, Ctrl+V"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Cut, copy and paste modules; paste nn.Sequential(...) or the text of print(model), too")},
    {"build", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Ctrl+Z, Ctrl+Shift+Z"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Undo and redo an edit of the network")},
    {"training", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Left, Right"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "On the curves: read them step by step; with Page Up and Page Down in long steps")},
    {"training", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Shift+Left, Shift+Right"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "On the curves: move what is zoomed in")},
    {"training", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "+, −, 0"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "On the curves: zoom in, zoom out, show the whole run")},
    {"training", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Delete"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "In the list of data: take the chosen ones out; the files stay")},
    {"training", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Ctrl+C"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "In the table of epochs: copy the chosen rows")},
    {"flow", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Up, Down, Home, End"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Go from module to module and read its numbers")},
    {"numbers", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Arrows"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Go from cell to cell, from image to image, from bar to bar")},
    {"numbers", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Return"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "On a cell: go to its images. On an image: put it on the canvas")},
    {"numbers", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Esc"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Let go of the cell")},
    {"numbers", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Ctrl+C"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Copy the matrix, or the chosen rows of a table")},
    {"runs", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Space"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Show or hide the chosen runs in the curves")},
    {"runs", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "F2"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Rename the run")},
    {"runs", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Delete"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Move the chosen runs to the trash")},
    {"runs", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Ctrl+Z"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Bring back the runs that were moved to the trash")},
    {"runs", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Left, Right"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "On the slider: go from checkpoint to checkpoint")},
    {"runs", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Esc"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Leave the checkpoints and read with the current weights")},
    {"samples", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "0 … 9"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Give the chosen samples the class of this name")},
    {"samples", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Return"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Put the sample on the canvas")},
    {"samples", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Delete"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Remove the chosen samples")},
    {"samples", QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Ctrl+Z"), QT_TRANSLATE_NOOP("glyphscope::HelpPlaces", "Undo the last change of the samples")},
};
// clang-format on

}  // namespace

QStringList wordsOf(const QString& place)
{
    QStringList words;
    for (const Place& each : kPlaces)
        if (place == QLatin1StringView(each.id))
            for (const char* text : each.words)
                words += HelpPlaces::tr(text);
    return words;
}

QList<HelpEntry> keysOf(const QString& place)
{
    QList<HelpEntry> keys;
    for (const Keys& each : kKeys)
        if (place == QLatin1StringView(each.place))
            keys += {HelpEntry::Key, HelpPlaces::tr(each.keys), HelpPlaces::tr(each.meaning)};
    return keys;
}

}  // namespace glyphscope
