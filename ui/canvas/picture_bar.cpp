// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/picture_bar.h"

#include "ui/canvas/picture_thumbnail.h"
#include "ui/style/theme.h"
#include "ui/widgets/wheel_guard.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace glyphscope {
namespace {

/// A mask as an image: what is in it, and what is not.
QImage maskImage(const Raster& mask, QColor in, QColor out)
{
    QImage image(mask.width, mask.height, QImage::Format_RGB32);
    for (int y = 0; y < mask.height; ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < mask.width; ++x)
            row[x] = (mask.at(x, y) != 0 ? in : out).rgb();
    }
    return image;
}

QImage greyImage(const Raster& grey)
{
    return QImage(grey.pixels.data(), grey.width, grey.height, grey.width, QImage::Format_Grayscale8).copy();
}

/// The part that was looked at, with what is no paper in the theme's accent.
QImage paperImage(const PictureSteps& steps)
{
    QImage image = greyImage(steps.grey).convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            if (steps.paper.at(x, y) == 0)
                row[x] = theme().accent.rgb();
    }
    return image;
}

/// The figure, and paler what was left out as stray.
QImage inkImage(const PictureSteps& steps)
{
    QImage image = maskImage(steps.figure, theme().ink, theme().paper);
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            if (steps.figure.at(x, y) == 0 && steps.ink.at(x, y) != 0)
                row[x] = theme().second.rgb();
    }
    return image;
}

}  // namespace

PictureBar::PictureBar(QWidget* parent)
    : QWidget(parent)
    , m_paper(new PictureThumbnail(QStringLiteral("picture.paper"), tr("Paper"),
                                   tr("The part of the picture that is read. Coloured: taken as no paper."),
                                   this))
    , m_shadow(new PictureThumbnail(QStringLiteral("picture.shadow"), tr("Shadow"),
                                    tr("How much light each part of the paper gets."), this))
    , m_rules(new PictureThumbnail(QStringLiteral("picture.rules"), tr("Lines"),
                                   tr("Ruled lines, boxes and underlines that are taken out."), this))
    , m_ink(new PictureThumbnail(QStringLiteral("picture.ink"), tr("Ink"),
                                 tr("What is read. Coloured: ink that is left out as stray."), this))
{
    setObjectName(QStringLiteral("pictureBar"));
    setAccessibleName(tr("From the picture to its ink"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    buildPaper();
    m_evenOut = makeSwitch(QStringLiteral("picture.evenOut"), tr("Even out"),
                           tr("Give all of the paper the same light before ink is looked for."));
    addColumn(m_shadow)->addWidget(m_evenOut);
    m_takeOut = makeSwitch(QStringLiteral("picture.takeOut"), tr("Take out"),
                           tr("Take out straight lines that run on beyond the figure."));
    addColumn(m_rules)->addWidget(m_takeOut);
    buildInk();
    connect(m_evenOut, &QCheckBox::toggled, this, [this] {
        change([](PictureOptions& options, const PictureBar& bar) {
            options.evenOutShadow = bar.m_evenOut->isChecked();
        });
    });
    connect(m_takeOut, &QCheckBox::toggled, this, [this] {
        change([](PictureOptions& options, const PictureBar& bar) {
            options.takeOutRules = bar.m_takeOut->isChecked();
        });
    });
    for (QVBoxLayout* column : findChildren<QVBoxLayout*>())
        column->addStretch();
    showOptions();
    showSteps();
    hide();
}

QVBoxLayout* PictureBar::addColumn(PictureThumbnail* thumbnail)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(metrics::kUnit);
    column->addWidget(thumbnail);
    static_cast<QHBoxLayout*>(layout())->addLayout(column, 1);
    return column;
}

QCheckBox* PictureBar::makeSwitch(const QString& name, const QString& text, const QString& tip)
{
    auto* box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setToolTip(tip);
    return box;
}

void PictureBar::buildPaper()
{
    m_ground = new QComboBox(this);
    m_ground->setObjectName(QStringLiteral("picture.ground"));
    m_ground->setAccessibleName(tr("Treat as"));
    m_ground->setToolTip(
        tr("Treat as: ink on a sheet is what differs in colour, ink on transparent is what is "
           "opaque, of whatever colour."));
    m_ground->addItems({tr("Automatic"), tr("Ink on a sheet"), tr("Ink on transparent")});
    m_ground->setMinimumContentsLength(8);
    m_ground->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    guardWheel(m_ground);
    m_crop = new QToolButton(this);
    m_crop->setObjectName(QStringLiteral("picture.crop"));
    m_crop->setText(tr("Crop"));
    m_crop->setToolTip(tr("Drag a frame on the canvas around the part that is to be read."));
    m_crop->setCheckable(true);
    m_reset = new QToolButton(this);
    m_reset->setObjectName(QStringLiteral("picture.reset"));
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("Look for paper, shadow, lines and ink as at first, without a crop."));
    QVBoxLayout* column = addColumn(m_paper);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kUnit);
    buttons->addWidget(m_crop, 1);
    buttons->addWidget(m_reset, 1);
    column->addWidget(m_ground);
    column->addLayout(buttons);
    connect(m_ground, &QComboBox::activated, this, [this] {
        change([](PictureOptions& options, const PictureBar& bar) {
            options.ground = static_cast<PictureGround>(bar.m_ground->currentIndex());
        });
    });
    connect(m_crop, &QToolButton::toggled, this, &PictureBar::croppingChanged);
    connect(m_reset, &QToolButton::clicked, this,
            [this] { change([](PictureOptions& options, const PictureBar&) { options = {}; }); });
}

void PictureBar::buildInk()
{
    m_threshold = new QSlider(Qt::Horizontal, this);
    m_threshold->setObjectName(QStringLiteral("picture.threshold"));
    m_threshold->setAccessibleName(tr("Threshold"));
    m_threshold->setToolTip(tr("Grey levels that ink differs from its paper by: further left, more is ink."));
    m_threshold->setRange(PictureOptions::kLowestThreshold, PictureOptions::kHighestThreshold);
    m_threshold->setPageStep(16);
    m_threshold->setTracking(false);  // each change is one to undo
    guardWheel(m_threshold);
    m_ownThreshold = makeSwitch(QStringLiteral("picture.ownThreshold"), tr("Threshold"),
                                tr("Use the slider's threshold, not the one that parts ink and paper best."));
    QVBoxLayout* column = addColumn(m_ink);
    column->addWidget(m_threshold);
    column->addWidget(m_ownThreshold);
    const auto setThreshold = [](PictureOptions& options, const PictureBar& bar) {
        options.threshold = bar.m_threshold->value();
    };
    connect(m_threshold, &QSlider::valueChanged, this, [this, setThreshold] { change(setThreshold); });
    connect(m_ownThreshold, &QCheckBox::toggled, this, [this, setThreshold](bool own) {
        if (own)
            change(setThreshold);
        else
            change([](PictureOptions& options, const PictureBar&) { options.threshold.reset(); });
    });
}

void PictureBar::change(void (*set)(PictureOptions& options, const PictureBar& bar))
{
    PictureOptions options = m_options;
    set(options, *this);
    if (options == m_options)
        return;
    m_options = options;
    showOptions();
    Q_EMIT optionsChanged(options);
}

void PictureBar::setPicture(const std::optional<Picture>& picture)
{
    const bool shown = picture && !picture->dataSet;
    setVisible(shown);
    if (!shown) {
        m_steps.reset();
        return;
    }
    m_options = picture->options;
    showOptions();
}

void PictureBar::setSteps(const std::shared_ptr<const PictureSteps>& steps)
{
    m_steps = steps;
    showSteps();
    showOptions();
}

void PictureBar::setCropping(bool cropping)
{
    const QSignalBlocker quiet(m_crop);
    m_crop->setChecked(cropping);
}

void PictureBar::showOptions()
{
    const QSignalBlocker ground(m_ground);
    const QSignalBlocker evenOut(m_evenOut);
    const QSignalBlocker takeOut(m_takeOut);
    const QSignalBlocker own(m_ownThreshold);
    const QSignalBlocker threshold(m_threshold);
    m_ground->setCurrentIndex(static_cast<int>(m_options.ground));
    m_evenOut->setChecked(m_options.evenOutShadow);
    m_takeOut->setChecked(m_options.takeOutRules);
    m_ownThreshold->setChecked(m_options.threshold.has_value());
    m_reset->setEnabled(m_options != PictureOptions());
    if (m_options.threshold)
        m_threshold->setValue(*m_options.threshold);
    else if (m_steps && m_steps->threshold > 0)
        m_threshold->setValue(m_steps->threshold);
}

void PictureBar::showSteps()
{
    if (!m_steps || m_steps->grey.empty()) {
        const QString none = tr("Read as it is");
        for (PictureThumbnail* each : {m_paper, m_shadow, m_rules, m_ink})
            each->show({}, none);
        return;
    }
    const PictureSteps& steps = *m_steps;
    m_paper->show(paperImage(steps), steps.sheetFound ? tr("A sheet on a table") : tr("All of the picture"));
    m_shadow->show(steps.light.empty() ? QImage() : greyImage(steps.light), tr("No shadow"));
    m_rules->show(steps.rules.empty() ? QImage() : maskImage(steps.rules, theme().accent, theme().paper),
                  tr("No lines"));
    m_ink->show(inkImage(steps), tr("Ink"));
}

void PictureBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_ink != nullptr)
        showSteps();
    QWidget::changeEvent(event);
}

}  // namespace glyphscope
