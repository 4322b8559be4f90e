// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/sheet_view.h"

#include "ui/network/colour_legend.h"
#include "ui/network/map_grid.h"
#include "ui/network/vector_bars.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_hint.h"
#include "ui/widgets/segment_button.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

/// Says its accessible name, in the middle.
class EmptyPage : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintEmptyHint(painter, QRectF(rect()), u"layers"_s, accessibleName());
    }
};

QLabel* label(const QString& objectName, TextStyle style, const QString& role, QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setObjectName(objectName);
    if (!role.isEmpty())
        setRole(made, role);
    made->setFont(glyphscope::font(style));
    made->setWordWrap(true);
    return made;
}

}  // namespace

SheetView::SheetView(QWidget* parent) : QWidget(parent)
{
    buildParts();
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::kUnit / 2);
    words->addWidget(m_seen);
    words->addWidget(m_kind);
    auto* top = new QHBoxLayout;
    top->addLayout(words, 1);
    top->addWidget(m_zoom, 0, Qt::AlignTop);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(metrics::kMargin);
    bottom->addWidget(m_readOut, 3);
    bottom->addWidget(m_legend, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kUnit);
    layout->addLayout(top);
    layout->addWidget(m_pages, 1);
    layout->addLayout(bottom);
    connectParts();
}

void SheetView::buildParts()
{
    m_seen = label(u"module.seen"_s, TextStyle::Heading, {}, this);
    m_kind = label(u"module.kind"_s, TextStyle::Caption, u"muted"_s, this);
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(u"module.pages"_s);
    m_empty = new EmptyPage(m_pages);
    m_empty->setObjectName(u"module.empty"_s);
    m_maps = new MapGrid(m_pages);
    m_maps->setObjectName(u"module.maps"_s);
    m_maps->setAccessibleName(tr("Maps"));
    m_bars = new VectorBars(m_pages);
    m_bars->setObjectName(u"module.bars"_s);
    m_bars->setAccessibleName(tr("Values of the classes"));
    for (QWidget* page : std::initializer_list<QWidget*>{m_empty, m_maps, m_bars})
        m_pages->addWidget(page);
    m_readOut = label(u"module.readOut"_s, TextStyle::Number, {}, this);
    m_legend = new ColourLegend(this);
    m_legend->setObjectName(u"module.legend"_s);
    m_legend->setAccessibleName(tr("Colour scale"));
    m_zoom = buildZoom();
}

QWidget* SheetView::buildZoom()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    QToolButton* out =
        segmentButton(u"module.zoomOut"_s, u"\u2212"_s, tr("Smaller (\u2212, or Ctrl and the wheel)"), box);
    QToolButton* fit = segmentButton(u"module.fit"_s, tr("Fit"), tr("Show all of it (0)"), box);
    QToolButton* in =
        segmentButton(u"module.zoomIn"_s, u"+"_s,
                      tr("Larger, up to the numbers themselves (+, or Ctrl and the wheel)"), box);
    out->setAccessibleName(tr("Smaller"));
    in->setAccessibleName(tr("Larger"));
    for (QToolButton* button : {out, fit, in}) {
        button->setProperty("segment", false);
        button->setProperty("small", true);
        button->setMinimumSize(metrics::kControlHeight - metrics::kUnit, 0);
        row->addWidget(button);
    }
    connect(out, &QToolButton::clicked, m_maps, &MapGrid::zoomOut);
    connect(fit, &QToolButton::clicked, m_maps, &MapGrid::zoomToFit);
    connect(in, &QToolButton::clicked, m_maps, &MapGrid::zoomIn);
    return box;
}

void SheetView::connectParts()
{
    const auto hover = [this](int index) {
        m_hovered = index;
        Q_EMIT pointed();
    };
    connect(m_maps, &MapGrid::hovered, this, hover);
    connect(m_bars, &VectorBars::hovered, this, hover);
    connect(m_maps, &MapGrid::chosen, this, &SheetView::choose);
    connect(m_bars, &VectorBars::chosen, this, &SheetView::choose);
    connect(m_maps, &MapGrid::cleared, this, &SheetView::cleared);
    connect(m_bars, &VectorBars::cleared, this, &SheetView::cleared);
    connect(m_maps, &MapGrid::aloneChanged, this, &SheetView::pointed);
}

void SheetView::setTitle(const QString& seen, const QString& kind)
{
    m_seen->setText(seen);
    m_kind->setText(kind);
}

void SheetView::showMaps(MapSheet sheet, std::vector<ColourScale> scales, ScaleScope scope,
                         std::vector<MapMark> marks)
{
    m_zoom->show();
    m_legend->show();
    m_pages->setCurrentWidget(m_maps);
    showLegend(scales, scope);
    m_maps->setSheet(std::move(sheet), std::move(scales));
    m_maps->setMarks(std::move(marks));
    m_maps->setSelection(m_map, m_index);
}

void SheetView::showBars(std::vector<float> values, const QStringList& labels)
{
    m_zoom->hide();
    m_legend->hide();
    m_pages->setCurrentWidget(m_bars);
    m_bars->setLabels(labels);
    m_bars->setValues(std::move(values));
    m_bars->setSelection(m_index);
}

void SheetView::showEmpty(const QString& words)
{
    for (QLabel* shown : {m_seen, m_kind, m_readOut})
        shown->clear();
    m_legend->hide();
    m_zoom->hide();
    m_pages->setCurrentWidget(m_empty);
    m_empty->setAccessibleName(words);
    m_empty->update();
}

bool SheetView::isEmpty() const
{
    return m_pages->currentWidget() == m_empty;
}

void SheetView::showLegend(std::span<const ColourScale> scales, ScaleScope scope)
{
    if (scales.empty())
        return;
    ColourScale scale = scales.front();
    QString whose =
        scope == ScaleScope::Network ? tr("Scale of the whole network") : tr("Scale of the layer");
    if (scope == ScaleScope::Map && scales.size() > 1) {
        const auto map = static_cast<std::size_t>(std::max(m_map, 0));
        const bool known = m_map >= 0 && map < scales.size();
        scale = scales[known ? map : 0];
        scale.limit = known ? scale.limit : 0;
        whose = known ? tr("Scale of map %1").arg(m_map) : tr("Every map has its own scale");
    }
    m_legend->setScale(scale, whose);
}

void SheetView::choose(int index)
{
    m_index = index;
    m_map = m_pages->currentWidget() == m_bars
                ? 0
                : m_maps->sheet().cellOf(index).value_or(MapCell{.map = -1, .y = 0, .x = 0}).map;
    Q_EMIT chosen(index);
    m_maps->setAccessibleDescription(m_readOut->text());
}

void SheetView::select(std::optional<int> index, int map)
{
    m_index = index;
    m_map = map;
    m_hovered = -1;
}

void SheetView::clearSelection()
{
    m_index.reset();
    m_map = -1;
}

std::optional<float> SheetView::valueAt(int index) const
{
    if (isEmpty())
        return std::nullopt;
    const std::vector<float>& values =
        m_pages->currentWidget() == m_bars ? m_bars->values() : m_maps->sheet().values;
    if (index < 0 || static_cast<std::size_t>(index) >= values.size())
        return std::nullopt;
    return values[static_cast<std::size_t>(index)];
}

void SheetView::setReadOut(const QString& text, const QString& hint)
{
    if (isEmpty())
        return;
    if (!text.isEmpty())
        m_readOut->setText(text);
    else if (m_maps->alone() >= 0)
        m_readOut->setText(tr("Map %1 alone. Double-click or Escape shows all.").arg(m_maps->alone()));
    else
        m_readOut->setText(hint);
}

}  // namespace glyphscope
