// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/kind_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

struct KindWords {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::KindWords)
};

}  // namespace

QString nameOfGroup(KindGroup group)
{
    switch (group) {
    case KindGroup::Weights:
        return KindWords::tr("With weights");
    case KindGroup::Activations:
        return KindWords::tr("Activations");
    case KindGroup::Pools:
        return KindWords::tr("Pools");
    case KindGroup::Others:
        return KindWords::tr("The rest");
    case KindGroup::Blocks:
        return KindWords::tr("Blocks");
    }
    return {};
}

QString meaningOfKind(LayerKind kind)
{
    switch (kind) {
    case LayerKind::Conv2d:
        return KindWords::tr("Slides small kernels over the maps; each output map has its own kernel.");
    case LayerKind::Linear:
        return KindWords::tr("Multiplies a flat vector by a matrix of weights and adds a bias.");
    case LayerKind::BatchNorm2d:
        return KindWords::tr(
            "Standardises each map over the batch; when reading, by the running statistics.");
    case LayerKind::GroupNorm:
        return KindWords::tr("Standardises groups of maps of one image, whatever the batch.");
    case LayerKind::LayerNorm:
        return KindWords::tr("Standardises all values of one image together.");
    case LayerKind::ReLU:
        return KindWords::tr("Sets what is below zero to zero.");
    case LayerKind::LeakyReLU:
        return KindWords::tr("As ReLU, but lets a little of what is below zero through.");
    case LayerKind::GELU:
        return KindWords::tr("A smooth ReLU: each value times how likely a normal value lies below it.");
    case LayerKind::Sigmoid:
        return KindWords::tr("Squeezes each value between 0 and 1.");
    case LayerKind::Tanh:
        return KindWords::tr("Squeezes each value between -1 and 1.");
    case LayerKind::MaxPool2d:
        return KindWords::tr("Keeps the largest value of each window of a map.");
    case LayerKind::AvgPool2d:
        return KindWords::tr("Takes the mean of each window of a map.");
    case LayerKind::AdaptiveAvgPool2d:
        return KindWords::tr("Averages each map down to a given size; 1 leaves one value a map.");
    case LayerKind::Dropout:
        return KindWords::tr("Sets values to zero at random while training; does nothing when reading.");
    case LayerKind::Dropout2d:
        return KindWords::tr("Sets whole maps to zero at random while training; does nothing when reading.");
    case LayerKind::Flatten:
        return KindWords::tr("Lays all maps out as one flat vector.");
    case LayerKind::Identity:
        return KindWords::tr("Gives what it gets.");
    case LayerKind::Softmax:
        return KindWords::tr("Turns values into probabilities. The loss does this itself while training.");
    case LayerKind::Sequential:
        return KindWords::tr("A block: what is in it, one after the other.");
    case LayerKind::Residual:
        return KindWords::tr("A block whose input is added to what it makes of it.");
    case LayerKind::Repeat:
        return KindWords::tr("A block that is repeated n times, each time with weights of its own.");
    }
    return {};
}

QString meaningOfOption(const QString& option)
{
    static const QHash<QString, const char*> meanings{
        {u"out_channels"_s, QT_TRANSLATE_NOOP("glyphscope::KindWords", "How many maps come out")},
        {u"kernel_size"_s,
         QT_TRANSLATE_NOOP("glyphscope::KindWords", "Side of the square window, in pixels")},
        {u"stride"_s, QT_TRANSLATE_NOOP("glyphscope::KindWords", "Pixels from one window to the next")},
        {u"padding"_s, QT_TRANSLATE_NOOP("glyphscope::KindWords", "Pixels of zeros around each map")},
        {u"dilation"_s,
         QT_TRANSLATE_NOOP("glyphscope::KindWords", "Pixels from one weight of the kernel to the next")},
        {u"groups"_s,
         QT_TRANSLATE_NOOP("glyphscope::KindWords",
                           "Parts that the maps are divided in; each output map sees one of them")},
        {u"bias"_s,
         QT_TRANSLATE_NOOP("glyphscope::KindWords", "Whether a number of its own is added to each output")},
        {u"out_features"_s, QT_TRANSLATE_NOOP("glyphscope::KindWords", "How many values come out")},
        {u"eps"_s, QT_TRANSLATE_NOOP("glyphscope::KindWords",
                                     "Added to the variance, so that nothing is divided by zero")},
        {u"momentum"_s, QT_TRANSLATE_NOOP("glyphscope::KindWords",
                                          "How much of each batch goes into the running statistics")},
        {u"affine"_s,
         QT_TRANSLATE_NOOP("glyphscope::KindWords", "Whether it has a weight and a bias for each map")},
        {u"elementwise_affine"_s,
         QT_TRANSLATE_NOOP("glyphscope::KindWords", "Whether it has a weight and a bias for each value")},
        {u"num_groups"_s,
         QT_TRANSLATE_NOOP("glyphscope::KindWords", "How many groups the maps are divided in")},
        {u"negative_slope"_s,
         QT_TRANSLATE_NOOP("glyphscope::KindWords", "What values below zero are multiplied by")},
        {u"output_size"_s,
         QT_TRANSLATE_NOOP("glyphscope::KindWords", "Side of each map that comes out, in pixels")},
        {u"p"_s, QT_TRANSLATE_NOOP("glyphscope::KindWords", "Share of the values that is set to zero")},
        {u"dim"_s, QT_TRANSLATE_NOOP("glyphscope::KindWords",
                                     "Along which dimension the probabilities add up to 1; 0 is the batch")},
        {u"shortcut"_s,
         QT_TRANSLATE_NOOP(
             "glyphscope::KindWords",
             "How the input reaches the sum: as it is, by a 1x1 convolution, or whichever fits")},
        {u"n"_s, QT_TRANSLATE_NOOP("glyphscope::KindWords", "How often it is repeated")},
    };
    const char* meaning = meanings.value(option, nullptr);
    return meaning == nullptr ? QString() : KindWords::tr(meaning);
}

}  // namespace glyphscope
