// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/method_options.h"

#include "ui/style/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping_row.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

/// Odd numbers only: a patch has a pixel in its middle.
class OddSpinBox : public QSpinBox {
public:
    using QSpinBox::QSpinBox;

    QValidator::State validate(QString& text, int& at) const override
    {
        const QValidator::State state = QSpinBox::validate(text, at);
        return state == QValidator::Acceptable && valueFromText(text) % 2 == 0 ? QValidator::Intermediate
                                                                               : state;
    }
    void fixup(QString& text) const override
    {
        text = textFromValue(std::clamp(valueFromText(text) | 1, minimum(), maximum()));
    }
};

template <class Box>
Box* number(QWidget* group, const QString& name, const QString& caption, const QString& tip, int least,
            int most, int value)
{
    auto* pair = new QWidget(group);
    auto* box = new Box(pair);
    box->setObjectName(name);
    box->setRange(least, most);
    box->setValue(value);
    box->setKeyboardTracking(false);  // no computing for half a number
    box->setToolTip(tip);
    box->setAccessibleName(tip);
    box->setFixedWidth(84);
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(makeCaption(caption, box, pair));
    row->addWidget(box);
    group->layout()->addWidget(pair);
    return box;
}

QComboBox* choiceOfMaps(QWidget* group, const QString& caption, const QString& tip)
{
    auto* pair = new QWidget(group);
    auto* box = new QComboBox(pair);
    box->setObjectName(u"why.layer"_s);
    box->setToolTip(tip);
    box->setAccessibleName(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(makeCaption(caption, box, pair));
    row->addWidget(box);
    group->layout()->addWidget(pair);
    return box;
}

QWidget* group(QWidget* parent)
{
    auto* made = new QWidget(parent);
    auto* row = new WrappingRow(made);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    made->hide();
    return made;
}

}  // namespace

MethodOptions::MethodOptions(QWidget* parent)
    : QWidget(parent)
    , m_smooth(group(this))
    , m_cam(group(this))
    , m_integrated(group(this))
    , m_occlusion(group(this))
{
    setObjectName(u"why.options"_s);
    const AttributionOptions usual;
    m_samples = number<QSpinBox>(m_smooth, u"why.samples"_s, tr("Samples"),
                                 tr("Noisy copies of the drawing; more are smoother and slower"), 4, 256,
                                 usual.samples);
    m_noise = number<QSpinBox>(m_smooth, u"why.noise"_s, tr("Noise"),
                               tr("Deviation of the noise, as a share of the input's range"), 1, 100,
                               qRound(100 * usual.noise));
    m_noise->setSuffix(u" %"_s);
    m_layer = choiceOfMaps(m_cam, tr("Maps of"), tr("The module whose maps Grad-CAM takes"));
    m_layer->addItem(tr("the last layer with maps"));
    connect(m_layer, &QComboBox::currentIndexChanged, this, &MethodOptions::changed);
    m_steps = number<QSpinBox>(m_integrated, u"why.steps"_s, tr("Steps"),
                               tr("Places on the way from paper to the drawing; more leave a smaller gap"), 4,
                               512, usual.steps);
    m_patch =
        number<OddSpinBox>(m_occlusion, u"why.patch"_s, tr("Patch"),
                           tr("Side of the square that is covered, in pixels; odd"), 1, 15, usual.patch);
    m_patch->setSingleStep(2);
    for (QSpinBox* box : {m_samples, m_noise, m_steps, m_patch})
        connect(box, &QSpinBox::valueChanged, this, &MethodOptions::changed);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : {m_smooth, m_cam, m_integrated, m_occlusion})
        row->addWidget(each, 1);
}

void MethodOptions::showFor(AttributionMethod method)
{
    m_smooth->setVisible(method == AttributionMethod::SmoothGrad);
    m_cam->setVisible(method == AttributionMethod::GradCam && m_hasMaps);
    m_integrated->setVisible(method == AttributionMethod::IntegratedGradients);
    m_occlusion->setVisible(method == AttributionMethod::Occlusion);
    setVisible(!m_smooth->isHidden() || !m_cam->isHidden() || !m_integrated->isHidden() ||
               !m_occlusion->isHidden());
}

void MethodOptions::setOptions(const AttributionOptions& options)
{
    m_samples->setValue(options.samples);
    m_noise->setValue(qRound(100 * options.noise));
    m_steps->setValue(options.steps);
    m_patch->setValue(options.patch | 1);
}

void MethodOptions::setMapModules(const QStringList& names)
{
    m_hasMaps = !names.isEmpty();
    QStringList known;
    for (int i = 1; i < m_layer->count(); ++i)
        known << m_layer->itemText(i);
    if (known == names)
        return;
    const QSignalBlocker quiet(m_layer);
    const QString chosen = m_layer->currentIndex() > 0 ? m_layer->currentText() : QString();
    while (m_layer->count() > 1)
        m_layer->removeItem(1);
    m_layer->addItems(names);
    m_layer->setCurrentIndex(chosen.isEmpty() ? 0 : static_cast<int>(names.indexOf(chosen)) + 1);
}

std::vector<AttributionOptions> MethodOptions::optionsFor(const ClassTarget& target) const
{
    std::vector<AttributionOptions> all;
    for (const AttributionMethod method : kAttributionMethods) {
        if (method == AttributionMethod::GradCam && !m_hasMaps)
            continue;
        AttributionOptions options;
        options.method = method;
        options.target = target;
        options.samples = m_samples->value();
        options.noise = m_noise->value() / 100.0;
        options.steps = m_steps->value();
        options.patch = m_patch->value();
        if (method == AttributionMethod::GradCam && m_layer->currentIndex() > 0)
            options.layer = m_layer->currentText().toStdString();
        all.push_back(options);
    }
    return all;
}

}  // namespace glyphscope
