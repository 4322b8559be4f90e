// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/glossary.h"

#include <QtCore/QCollator>
#include <QtCore/QCoreApplication>

#include <algorithm>
#include <iterator>

namespace glyphscope {
namespace {

struct Glossary {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::Glossary)
};

struct Words {
    GlossaryTerm of;
    const char* term;
    const char* meaning;
};

using enum GlossaryTerm;

const Words kWords[] = {
    {Accuracy, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Accuracy"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary", "The share of images that are read as what they are.")},
    {Activation, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Activation"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "A value that a module gives for the present image; it is high where the module finds "
                       "what it looks for.")},
    {Attribution, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Attribution"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "How much each pixel of the image speaks for a class or against it.")},
    {Batch, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Batch"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "The images of one training step: the gradient is the mean over them.")},
    {Calibration, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Calibration"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "Whether the percentages mean what they say: of the answers given with 90 %, nine in "
                       "ten should be right.")},
    {Channel, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Channel"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "One of the maps that a module takes or gives; each filter of a convolution makes one.")},
    {Class, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Class"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary", "One of the answers that the network can give.")},
    {ConfusionMatrix, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Confusion matrix"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "A table that counts for each class as which classes its images are read.")},
    {Convolution, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Convolution"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "A module that moves small filters over its input and writes into a map how well each "
                       "place fits the filter.")},
    {Epoch, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Epoch"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary", "One pass over all training images.")},
    {FeatureMap, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Feature map"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "The picture that one channel gives: bright where its filter finds what it looks for.")},
    {Filter, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Filter (kernel)"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "The few weights that a convolution moves over its input, such as a stroke or an edge to "
         "look for.")},
    {Flatten, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Flatten"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "A module that writes all maps one after another into one long vector, without any change "
         "of value.")},
    {FullyConnected, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Fully connected (Linear)"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "A module in which each value of the output is a weighted sum of all values of the input, "
         "plus a bias.")},
    {Gradient, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Gradient"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "By how much the loss, or a score, changes for a small change of a value; training steps "
         "against it.")},
    {GradientNorm, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Gradient norm"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "The length of a gradient as one number: the root of the sum of its squares.")},
    {Hook, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Hook"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "A function that PyTorch calls when a module runs; it watches the values that pass "
                       "through the module, or changes them.")},
    {LearningRate, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Learning rate"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary", "How far each training step moves the weights.")},
    {Logit, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Logit"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "The score that the last module gives a class, before softmax makes percentages of the "
         "scores.")},
    {Loss, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Loss"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "One number that says how wrong the network is; training makes it smaller.")},
    {MaxPooling, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Max pooling"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "A module that keeps the largest value of each small window, which makes the maps "
                       "smaller.")},
    {Module, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Module (layer)"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "One step of the network: it takes the values of the step before and gives new ones.")},
    {Momentum, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Momentum"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "The share of the last training step that is added to the next.")},
    {Padding, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Padding"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "Zeros put around the input, so that a filter can also stand at its edge.")},
    {Parameter, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Parameter"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "A tensor of numbers that training changes: the weights or the biases of a module.")},
    {ReceptiveField, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Receptive field"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary", "The part of the image on which one value depends.")},
    {ReLU, QT_TRANSLATE_NOOP("glyphscope::Glossary", "ReLU"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "A module that sets negative values to zero and leaves the others as they are.")},
    {Saliency, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Saliency"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "The gradient of a score with respect to each pixel: where a small change of the image "
         "would change the score most.")},
    {Softmax, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Softmax"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "Makes percentages of the logits: e to the power of each logit, divided by the sum of "
                       "all of these.")},
    {Stride, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Stride"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary", "How many pixels a filter or a window moves at each step.")},
    {Tensor, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Tensor"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "Numbers in a grid of any number of dimensions, such as channels by rows by columns.")},
    {TestSet, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Test set"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "Images that training never sees, kept to measure how well the finished network reads.")},
    {ValidationSet, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Validation set"),
     QT_TRANSLATE_NOOP("glyphscope::Glossary",
                       "Images held back from training, on which the network is measured while it trains.")},
    {WeightDecay, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Weight decay"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "Pulls every weight a little towards zero at each step, which keeps the network simple.")},
    {Weights, QT_TRANSLATE_NOOP("glyphscope::Glossary", "Weights"),
     QT_TRANSLATE_NOOP(
         "glyphscope::Glossary",
         "The numbers with which a module multiplies its input; together they are what the network "
         "has learned.")},
};

const Words& wordsOf(GlossaryTerm term)
{
    return *std::ranges::find(kWords, term, &Words::of);
}

}  // namespace

QList<GlossaryEntry> glossary()
{
    QList<GlossaryEntry> entries;
    for (const Words& words : kWords)
        entries.append({Glossary::tr(words.term), Glossary::tr(words.meaning)});
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::stable_sort(entries, [&collator](const GlossaryEntry& a, const GlossaryEntry& b) {
        return collator.compare(a.term, b.term) < 0;
    });
    return entries;
}

QString meaningOf(GlossaryTerm term)
{
    return Glossary::tr(wordsOf(term).meaning);
}

QString explained(GlossaryTerm term)
{
    return Glossary::tr("%1: %2", "a term and what it means")
        .arg(Glossary::tr(wordsOf(term).term), meaningOf(term));
}

QString withMeaning(const QString& tip, std::initializer_list<GlossaryTerm> terms)
{
    QString text = tip;
    for (const GlossaryTerm term : terms)
        text += u'\n' + explained(term);
    return text;
}

}  // namespace glyphscope
