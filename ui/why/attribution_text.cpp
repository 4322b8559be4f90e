// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/attribution_text.h"

#include "ui/style/class_name.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Why)
};

/// Two decimals, or more where that would leave nothing.
QString sumText(double value)
{
    if (value != 0 && std::abs(value) < 0.05)
        return withTrueMinus(significantText(value, 2));
    return withTrueMinus(fixedText(value, 2));
}

QString gapText(double gap)
{
    if (gap != 0 && std::abs(gap) < 0.005)
        return withTrueMinus(significantText(gap, 1));
    return withTrueMinus(fixedText(gap, 2));
}

QString shareText(double share)
{
    if (share > 0 && share < 0.0005)
        return u"< 0.1 %"_s;
    return fixedText(100 * share, 1) + u" %"_s;
}

}  // namespace

QString methodName(AttributionMethod method)
{
    switch (method) {
    case AttributionMethod::Saliency:
        return Words::tr("Saliency");
    case AttributionMethod::InputTimesGradient:
        return Words::tr("Input \u00D7 gradient");
    case AttributionMethod::SmoothGrad:
        return Words::tr("SmoothGrad");
    case AttributionMethod::GradCam:
        return Words::tr("Grad-CAM");
    case AttributionMethod::IntegratedGradients:
        return Words::tr("Integrated gradients");
    case AttributionMethod::Occlusion:
        break;
    }
    return Words::tr("Occlusion");
}

QString methodShort(AttributionMethod method)
{
    switch (method) {
    case AttributionMethod::Saliency:
        return Words::tr("Sal.");
    case AttributionMethod::InputTimesGradient:
        return Words::tr("I\u00D7G");
    case AttributionMethod::SmoothGrad:
        return Words::tr("Smo.");
    case AttributionMethod::GradCam:
        return Words::tr("CAM");
    case AttributionMethod::IntegratedGradients:
        return Words::tr("Int.");
    case AttributionMethod::Occlusion:
        break;
    }
    return Words::tr("Occ.");
}

QString methodSentence(AttributionMethod method)
{
    switch (method) {
    case AttributionMethod::Saliency:
        return Words::tr("How much the score changes when a pixel changes a little, either way.");
    case AttributionMethod::InputTimesGradient:
        return Words::tr("A pixel's value times its gradient: its part of the score if the network were "
                         "linear.");
    case AttributionMethod::SmoothGrad:
        return Words::tr("The gradient averaged over noisy copies of the drawing, which calms its speckles; "
                         "its size is shown.");
    case AttributionMethod::GradCam:
        return Words::tr(
            "Where the maps that speak for the class are active, the network's last or those of the chosen "
            "module; as coarse as they are.");
    case AttributionMethod::IntegratedGradients:
        return Words::tr("Gradients added up on the way from blank paper to the drawing: together they "
                         "make the whole rise of the score.");
    case AttributionMethod::Occlusion:
        break;
    }
    return Words::tr("How far the score falls when a patch around the pixel is covered with paper.");
}

QString methodPaper(AttributionMethod method)
{
    switch (method) {
    case AttributionMethod::Saliency:
        return u"Simonyan, Vedaldi & Zisserman 2013"_s;
    case AttributionMethod::InputTimesGradient:
        return u"Shrikumar et al. 2016"_s;
    case AttributionMethod::SmoothGrad:
        return u"Smilkov et al. 2017"_s;
    case AttributionMethod::GradCam:
        return u"Selvaraju et al. 2017"_s;
    case AttributionMethod::IntegratedGradients:
        return u"Sundararajan, Taly & Yan 2017"_s;
    case AttributionMethod::Occlusion:
        break;
    }
    return u"Zeiler & Fergus 2014"_s;
}

QString methodTitle(AttributionMethod method)
{
    switch (method) {
    case AttributionMethod::Saliency:
        return u"Deep Inside Convolutional Networks: Visualising Image Classification Models and Saliency "
               "Maps"_s;
    case AttributionMethod::InputTimesGradient:
        return u"Not Just a Black Box: Learning Important Features Through Propagating Activation "
               "Differences"_s;
    case AttributionMethod::SmoothGrad:
        return u"SmoothGrad: removing noise by adding noise"_s;
    case AttributionMethod::GradCam:
        return u"Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization"_s;
    case AttributionMethod::IntegratedGradients:
        return u"Axiomatic Attribution for Deep Networks"_s;
    case AttributionMethod::Occlusion:
        break;
    }
    return u"Visualizing and Understanding Convolutional Networks"_s;
}

QString scoreText(const ClassTarget& target, double score, const QStringList& names)
{
    const QString one = className(names, target.target);
    if (target.contrast < 0)
        return Words::tr("Logit of %1: %2").arg(one, valueText(score));
    return Words::tr("Logit of %1 less that of %2: %3")
        .arg(one, className(names, target.contrast), valueText(score));
}

double gapShare(const Completeness& completeness)
{
    const double rise = completeness.scoreAtInput - completeness.scoreAtBaseline;
    if (completeness.gap() == 0)
        return 0;
    return rise == 0 ? std::numeric_limits<double>::infinity() : std::abs(completeness.gap() / rise);
}

QString completenessText(const Completeness& completeness)
{
    const double rise = completeness.scoreAtInput - completeness.scoreAtBaseline;
    const QString way = rise < 0 ? Words::tr("the score falls by %1").arg(sumText(-rise))
                                 : Words::tr("the score rises by %1").arg(sumText(rise));
    const double share = gapShare(completeness);
    const QString text = Words::tr("Adds up to %1; %2; gap %3")
                             .arg(sumText(completeness.sum), way, gapText(completeness.gap()));
    return std::isfinite(share) ? Words::tr("%1 (%2).", "a statement and a share").arg(text, shareText(share))
                                : Words::tr("%1.", "a statement").arg(text);
}

QString agreementText(const Agreement& agreement)
{
    const std::optional<Agreement::Pair> least = agreement.least();
    if (!least)
        return Words::tr("Two maps or more are needed to compare them.");
    constexpr double kAgree = 0.6;
    constexpr double kDisagree = 0.3;
    const QString mean = withTrueMinus(fixedText(agreement.mean, 2));
    const QString verdict = agreement.mean >= kAgree ? Words::tr("The methods agree: %1 on average.")
                            : agreement.mean >= kDisagree
                                ? Words::tr("The methods agree in part: %1 on average.")
                                : Words::tr("The methods disagree: %1 on average.");
    if (agreement.pairs.size() == 1)
        return verdict.arg(mean);
    return sentences({verdict.arg(mean), Words::tr("Least alike: %1 and %2, %3.")
                                             .arg(methodName(kAttributionMethods[least->one]),
                                                  methodName(kAttributionMethods[least->other]),
                                                  withTrueMinus(fixedText(least->value, 2)))});
}

}  // namespace glyphscope
