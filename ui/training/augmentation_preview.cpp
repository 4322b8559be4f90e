// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/augmentation_preview.h"

#include "ui/style/glyph_image.h"
#include "ui/style/theme.h"
#include "ui/training/preview_geometry.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtGui/QPainter>

#include <utility>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr int kUsual = 10;  // digits, until they are here

void paintGlyph(QPainter& painter, const Glyph& glyph, const QRect& place, const QColor& edge)
{
    painter.drawImage(place, glyphImage(glyph));
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place.adjusted(0, 0, -1, -1));
}

}  // namespace

AugmentationPreview::AugmentationPreview(QWidget* parent) : QWidget(parent), m_clock(new QTimer(this))
{
    setObjectName(u"training.preview"_s);
    setAccessibleName(tr("Augmented digits"));
    setToolTip(
        tr("What is trained on, and below each the same as training sees it: distorted anew every time, "
           "and ink varied with pens' habits before that"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_clock->setInterval(kPeriod);
    connect(m_clock, &QTimer::timeout, this, &AugmentationPreview::ask);
}

void AugmentationPreview::setAugmentation(const Augmentation& augmentation)
{
    m_augmentation = augmentation;  // the next redrawing follows it: a drag asks no faster than the clock
}

void AugmentationPreview::setHabit(const QString& habit)
{
    if (habit == std::exchange(m_habit, habit))
        return;
    if (m_clock->isActive())
        ask();
}

void AugmentationPreview::setGlyphs(const std::vector<Glyph>& originals, const std::vector<Glyph>& distorted)
{
    const bool regrow = originals.size() != m_originals.size();
    m_originals = originals;
    m_distorted = distorted;
    if (regrow)
        updateGeometry();
    update();
}

void AugmentationPreview::ask()
{
    if (visibleRegion().isEmpty())  // scrolled out of sight
        return;
    m_asking = true;
    Q_EMIT wanted(m_augmentation, m_habit);
}

int AugmentationPreview::count() const
{
    return m_originals.empty() ? kUsual : static_cast<int>(m_originals.size());
}

QSize AugmentationPreview::sizeHint() const
{
    return {240, heightForWidth(240)};
}

QSize AugmentationPreview::minimumSizeHint() const
{
    return {160, 80};
}

int AugmentationPreview::heightForWidth(int width) const
{
    return previewGeometry(count(), width).height;
}

void AugmentationPreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const PreviewGeometry places = previewGeometry(count(), width());
    for (qsizetype i = 0; i < places.originals.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (at < m_originals.size() && at < m_distorted.size()) {
            paintGlyph(painter, m_originals[at], places.originals[i], theme().border);
            paintGlyph(painter, m_distorted[at], places.distorted[i], theme().accent);
        } else {
            painter.fillRect(places.originals[i], theme().raised);
            painter.fillRect(places.distorted[i], theme().raised);
        }
    }
}

void AugmentationPreview::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_clock->start();
    QTimer::singleShot(0, this, [this] {  // once it has its place
        if (m_clock->isActive())
            ask();
    });
}

void AugmentationPreview::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_clock->stop();
    if (std::exchange(m_asking, false))
        Q_EMIT wanted(std::nullopt);
}

void AugmentationPreview::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

}  // namespace glyphscope
