// SPDX-License-Identifier: GPL-3.0-or-later
// How a ModuleView is put together.
#include "ui/network/colour_legend.h"
#include "ui/network/explanation_view.h"
#include "ui/network/map_grid.h"
#include "ui/network/module_bar.h"
#include "ui/network/module_view.h"
#include "ui/network/vector_bars.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_hint.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/segment_button.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWide = 640;       // from there on the numbers stand beside the maps
constexpr int kVeryWide = 1080;  // and from there on, where it is low, the explanation beside the numbers
constexpr int kLow = 560;

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

QVBoxLayout* insideOf(QFrame* frame)
{
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    inside->setSpacing(metrics::kUnit);
    return inside;
}

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

ModuleView::ModuleView(QWidget* parent) : Panel(u"module.view"_s, tr("Module"), parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    m_bar = new ModuleBar(this);
    layout->addWidget(m_bar);
    // Upright until there is room, or its least width would become that of the whole view.
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(u"module.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(metrics::kGap);
    m_splitter->addWidget(buildMaps());
    m_splitter->addWidget(buildSide());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    layout->addWidget(m_splitter, 1);
    connectParts();
    showExplanationTitle();
}

QWidget* ModuleView::buildMaps()
{
    QFrame* frame = makeCard(this);
    QVBoxLayout* inside = insideOf(frame);
    m_seen = label(u"module.seen"_s, TextStyle::Heading, {}, frame);
    m_kind = label(u"module.kind"_s, TextStyle::Caption, u"muted"_s, frame);
    m_pages = new QStackedWidget(frame);
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
    m_readOut = label(u"module.readOut"_s, TextStyle::Number, {}, frame);
    m_legend = new ColourLegend(frame);
    m_legend->setObjectName(u"module.legend"_s);
    m_legend->setAccessibleName(tr("Colour scale"));
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(metrics::kMargin);
    bottom->addWidget(m_readOut, 3);
    bottom->addWidget(m_legend, 2);
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::kUnit / 2);
    words->addWidget(m_seen);
    words->addWidget(m_kind);
    auto* top = new QHBoxLayout;
    top->addLayout(words, 1);
    top->addWidget(buildZoom(), 0, Qt::AlignTop);
    inside->addLayout(top);
    inside->addWidget(m_pages, 1);
    inside->addLayout(bottom);
    return frame;
}

QWidget* ModuleView::buildZoom()
{
    m_zoom = new QWidget(this);
    auto* row = new QHBoxLayout(m_zoom);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    QToolButton* out = segmentButton(u"module.zoomOut"_s, u"\u2212"_s,
                                     tr("Smaller (\u2212, or Ctrl and the wheel)"), m_zoom);
    QToolButton* fit = segmentButton(u"module.fit"_s, tr("Fit"), tr("Show all of it (0)"), m_zoom);
    QToolButton* in =
        segmentButton(u"module.zoomIn"_s, u"+"_s,
                      tr("Larger, up to the numbers themselves (+, or Ctrl and the wheel)"), m_zoom);
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
    return m_zoom;
}

QWidget* ModuleView::buildSide()
{
    auto* box = new QWidget(this);
    m_side = new QBoxLayout(QBoxLayout::TopToBottom, box);
    m_side->setContentsMargins(0, 0, 0, 0);
    m_side->setSpacing(metrics::kGap);
    QFrame* numbers = makeCard(box);
    m_numbers = new ModuleNumbers(numbers);
    m_numbers->setObjectName(u"module.numbers"_s);
    insideOf(numbers)->addWidget(m_numbers);
    QFrame* unit = makeCard(box);
    QVBoxLayout* inside = insideOf(unit);
    auto* head = new QHBoxLayout;
    m_unitTitle = label(u"module.unitTitle"_s, TextStyle::Heading, {}, unit);
    m_unitClose = new QToolButton(unit);
    m_unitClose->setObjectName(u"module.unitClose"_s);
    m_unitClose->setProperty("small", true);
    m_unitClose->setIcon(icon(u"close"_s));
    m_unitClose->setToolTip(tr("Let go of this value (Escape)"));
    m_unitClose->setAccessibleName(tr("Let go of this value"));
    head->addWidget(m_unitTitle, 1);
    head->addWidget(m_unitClose, 0, Qt::AlignTop);
    m_explanation = new ExplanationView(unit);
    m_explanation->setObjectName(u"module.explanation"_s);
    inside->addLayout(head);
    inside->addWidget(m_explanation, 1);
    m_side->addWidget(numbers, 2);
    m_side->addWidget(unit, 3);
    return box;
}

void ModuleView::connectParts()
{
    connect(m_bar, &ModuleBar::moduleChosen, this, &ModuleView::openModule);
    connect(m_bar, &ModuleBar::sideChosen, this, &ModuleView::chooseSide);
    connect(m_bar, &ModuleBar::changed, this, &ModuleView::changed);
    const auto hover = [this](int index) {
        m_hovered = index;
        showReadOut();
    };
    connect(m_maps, &MapGrid::hovered, this, hover);
    connect(m_bars, &VectorBars::hovered, this, hover);
    connect(m_maps, &MapGrid::chosen, this, &ModuleView::choose);
    connect(m_bars, &VectorBars::chosen, this, &ModuleView::choose);
    connect(m_maps, &MapGrid::cleared, this, &ModuleView::clearChoice);
    connect(m_bars, &VectorBars::cleared, this, &ModuleView::clearChoice);
    connect(m_maps, &MapGrid::aloneChanged, this, &ModuleView::showReadOut);
    connect(m_unitClose, &QToolButton::clicked, this, &ModuleView::clearChoice);
    connect(m_explanation, &ExplanationView::termChosen, this, &ModuleView::chooseTerm);
    connect(m_numbers, &ModuleNumbers::checkRequested, this, &ModuleView::requestActivity);
}

void ModuleView::arrange()
{
    m_splitter->setOrientation(width() >= kWide ? Qt::Horizontal : Qt::Vertical);
    const bool beside = width() >= kVeryWide && height() < kLow;
    m_side->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

}  // namespace glyphscope
