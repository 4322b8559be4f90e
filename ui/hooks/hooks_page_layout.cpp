// SPDX-License-Identifier: GPL-3.0-or-later
// How a HooksPage is put together.
#include "ui/hooks/effect_strip.h"
#include "ui/hooks/hook_actions.h"
#include "ui/hooks/hook_table.h"
#include "ui/hooks/hooks_page.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/parts.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kThreeColumns = 800;  // width from which list, form and effect stand beside each other
constexpr int kTwoColumns =
    590;  // width from which the form stands beside list and effect, if the page is low
constexpr int kLow = 420;
constexpr int kLeastWidth = 264;
constexpr int kFormWidth = 290;
constexpr int kEffectWidth = 206;
constexpr int kRoomForLongTitle = 270;
constexpr int kLeastList = 64;      // height
constexpr int kRoomForTries = 214;  // height of the empty list from which the presets are offered as buttons

QToolButton* tool(const QString& name, const QString& iconName, const QString& words, const QString& tip,
                  QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(u"hooks."_s + name);
    button->setIcon(icon(iconName));
    button->setIconSize({16, 16});
    button->setAccessibleName(words);
    button->setToolTip(tip);
    return button;
}

/// As high as the form in it, where there is room.
class FormScroll : public QScrollArea {
public:
    using QScrollArea::QScrollArea;
    [[nodiscard]] QSize sizeHint() const override
    {
        const int high = widget()->layout()->totalHeightForWidth(viewport()->width());
        return {widget()->sizeHint().width(), high > 0 ? high : widget()->sizeHint().height()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 40}; }
};

/// Takes the room that form and effect leave. Its words wrap, but ask for no height of their own.
class ListColumn : public QWidget {
public:
    using QWidget::QWidget;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
};

/// Shows its last part only where there is room for all of it.
class EmptyPage : public QWidget {
public:
    using QWidget::QWidget;
    void setExtra(QWidget* extra) { m_extra = extra; }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QWidget::resizeEvent(event);
        m_extra->setVisible(height() >= kRoomForTries);
    }

private:
    QWidget* m_extra = nullptr;
};

}  // namespace

HooksPage::HooksPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"hooks.page"_s);
    m_model = new HookTableModel(this);
    m_listColumn = new ListColumn(this);
    auto* list = new QVBoxLayout(m_listColumn);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(metrics::kUnit);
    list->addWidget(buildTools());
    QFrame* listCard = makeCard(m_listColumn);
    auto* inside = new QVBoxLayout(listCard);
    inside->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kUnit);
    m_stack = new QStackedWidget(listCard);
    m_stack->addWidget(buildEmpty());
    m_table = new HookTable(m_model, m_stack);
    m_stack->addWidget(m_table);
    m_stack->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);  // it takes what the rest leaves
    m_stack->setMinimumHeight(kLeastList);
    inside->addWidget(m_stack);
    list->addWidget(listCard, 1);
    list->addWidget(buildNotice());
    buildForm();
    m_effectCard = makeCard(this);
    auto* effect = new QVBoxLayout(m_effectCard);
    effect->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    m_effect = new EffectStrip(tr("without"), tr("with"), m_effectCard);
    m_effect->setObjectName(u"hooks.effect"_s);
    m_effect->setAccessibleName(tr("What the hooks do to the answer"));
    m_effect->setEmptyText(tr("Write a digit to see what the hooks do to the answer."));
    effect->addWidget(m_effect);

    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::kGap);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint);  // the arrangement follows the size
    m_layout->setColumnStretch(0, 1);
    m_layout->setRowStretch(0, 1);
    connectParts();
    fillPresets();
    showBook(0);
    arrange();
}

QWidget* HooksPage::buildTools()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_add = new QPushButton(tr("Add"), box);
    m_add->setObjectName(u"hooks.add"_s);
    m_add->setToolTip(tr("Add a hook: choose its kind, its module and what it does"));
    auto* presets = new QToolButton(box);
    presets->setObjectName(u"hooks.presets"_s);
    presets->setText(tr("Presets"));
    presets->setToolTip(tr("Ready-made hooks to try"));
    presets->setPopupMode(QToolButton::InstantPopup);
    presets->setStyleSheet(
        u"QToolButton { padding: 5px 20px 5px 10px; }"
        "QToolButton::menu-indicator { image: url(:/glyphscope/style/chevron-down.svg); width: 10px;"
        "subcontrol-position: center right; right: 6px; }"_s);
    m_presets = new QMenu(presets);
    m_presets->setObjectName(u"hooks.presetsMenu"_s);
    presets->setMenu(m_presets);
    m_duplicate = tool(u"duplicate"_s, u"copy"_s, tr("Duplicate"), tr("Duplicate the chosen hook"), box);
    m_remove = tool(u"remove"_s, u"clear"_s, tr("Remove"), tr("Remove the chosen hooks (Del)"), box);
    m_undo = tool(u"undo"_s, u"undo"_s, tr("Undo"), {}, box);
    m_redo = tool(u"redo"_s, u"redo"_s, tr("Redo"), {}, box);
    row->addWidget(m_add);
    row->addSpacing(metrics::kUnit);
    row->addWidget(presets);
    row->addStretch(1);
    for (QToolButton* button : {m_duplicate, m_remove, m_undo, m_redo})
        row->addWidget(button);
    return box;
}

QWidget* HooksPage::buildEmpty()
{
    auto* page = new EmptyPage(this);
    page->setObjectName(u"hooks.empty"_s);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::kPadding, metrics::kUnit, metrics::kPadding, metrics::kUnit);
    layout->setSpacing(metrics::kGap);
    auto* words =
        new QLabel(tr("A hook is called whenever its module runs. It sees the value that goes by, and may "
                      "change it."),
                   page);
    words->setObjectName(u"hooks.emptyText"_s);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    setRole(words, u"muted"_s);
    m_addFirst = new QPushButton(tr("Add a hook"), page);
    m_addFirst->setObjectName(u"hooks.addFirst"_s);
    m_addFirst->setProperty("primary", true);
    m_addFirst->setToolTip(m_add->toolTip());
    connect(m_addFirst, &QPushButton::clicked, this, &HooksPage::startAdding);
    m_tries = new QWidget(page);
    m_tries->setObjectName(u"hooks.tries"_s);
    auto* tries = new QVBoxLayout(m_tries);
    tries->setContentsMargins(0, metrics::kGap, 0, 0);
    tries->setSpacing(2);
    layout->addStretch(1);
    layout->addWidget(words);
    layout->addWidget(m_addFirst, 0, Qt::AlignHCenter);
    layout->addWidget(m_tries, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    page->setExtra(m_tries);
    return page;
}

QWidget* HooksPage::buildNotice()
{
    m_notice = new QWidget(this);
    m_notice->setObjectName(u"hooks.notice"_s);
    auto* row = new QHBoxLayout(m_notice);
    row->setContentsMargins(metrics::kGap, 0, 0, 0);
    m_noticeWords = new QLabel(m_notice);
    m_noticeWords->setObjectName(u"hooks.noticeWords"_s);
    m_noticeWords->setWordWrap(true);
    setRole(m_noticeWords, u"muted"_s);
    m_noticeUndo = new QPushButton(tr("Undo"), m_notice);
    m_noticeUndo->setObjectName(u"hooks.noticeUndo"_s);
    m_noticeUndo->setToolTip(tr("Take it back (Ctrl+Z)"));
    row->addWidget(m_noticeWords, 1);
    row->addWidget(m_noticeUndo);
    m_notice->hide();
    return m_notice;
}

void HooksPage::buildForm()
{
    m_formCard = makeCard(this);
    m_formCard->setObjectName(u"hooks.formCard"_s);
    m_formCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* inside = new QVBoxLayout(m_formCard);
    inside->setContentsMargins(1, 1, 1, 1);
    m_form = new HookForm;
    m_formScroll = new FormScroll(m_formCard);
    m_formScroll->setWidget(m_form);
    m_form->setAutoFillBackground(false);  // which the scroll area turned on
    m_formScroll->setWidgetResizable(true);
    m_formScroll->setFrameShape(QFrame::NoFrame);
    m_formScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formScroll->viewport()->setAutoFillBackground(false);
    inside->addWidget(m_formScroll);
}

void HooksPage::connectParts()
{
    m_form->installEventFilter(this);
    connect(m_add, &QPushButton::clicked, this, &HooksPage::startAdding);
    connect(m_duplicate, &QToolButton::clicked, this, &HooksPage::duplicateSelected);
    connect(m_remove, &QToolButton::clicked, this, &HooksPage::removeSelected);
    connect(m_undo, &QToolButton::clicked, this, &HooksPage::undo);
    connect(m_redo, &QToolButton::clicked, this, &HooksPage::redo);
    connect(m_noticeUndo, &QPushButton::clicked, this, &HooksPage::undo);
    connect(m_model, &HookTableModel::changeWanted, this, &HooksPage::replaceHook);
    connect(m_table, &HookTable::removeWanted, this, &HooksPage::removeSelected);
    connect(m_table, &HookTable::duplicateWanted, this, &HooksPage::duplicateSelected);
    connect(m_table, &HookTable::toggleWanted, this, &HooksPage::toggleSelected);
    connect(m_table, &HookTable::moveWanted, this, &HooksPage::moveHook);
    connect(m_table, &HookTable::chosen, this, [this] {
        m_adding = m_adding && m_table->selectedRows().empty();
        showForm();
    });
    connect(m_form, &HookForm::edited, this, &HooksPage::editFromForm);
    connect(m_form, &HookForm::grabbed, this, [this] { m_book.seal(); });
    connect(m_form, &HookForm::addWanted, this, &HooksPage::addFromForm);
    connect(m_form, &HookForm::closed, this, &HooksPage::closeForm);
    connect(m_form, &HookForm::keepDonorWanted, this, &HooksPage::keepDonor);
}

void HooksPage::fillPresets()
{
    m_presets->clear();
    qDeleteAll(m_tries->findChildren<QToolButton*>());
    for (const HookPreset& preset : hookPresets(m_places)) {
        m_presets->addAction(preset.text, this, [this, spec = preset.spec] { addHook(spec); });
        auto* button = new QToolButton(m_tries);
        button->setText(preset.text);
        button->setProperty("segment", true);
        button->setToolTip(tr("Add this hook"));
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(preset.text) + 2 * metrics::kPadding +
                                4);
        connect(button, &QToolButton::clicked, this, [this, spec = preset.spec] { addHook(spec); });
        m_tries->layout()->addWidget(button);
        m_tries->layout()->setAlignment(button, Qt::AlignHCenter);
    }
    m_presets->addSeparator();
    m_presets->addAction(tr("Keep this drawing as donor"), this, &HooksPage::keepDonor)
        ->setObjectName(u"hooks.keepDonorAction"_s);
}

QSize HooksPage::minimumSizeHint() const
{
    return {kLeastWidth, m_shape == Shape::OneColumn ? 216 : 150};
}

HooksPage::Shape HooksPage::shape() const
{
    if (width() >= kThreeColumns)
        return Shape::ThreeColumns;
    return width() >= kTwoColumns && height() < kLow ? Shape::TwoColumns : Shape::OneColumn;
}

void HooksPage::arrange()
{
    const Shape now = shape();
    if (m_shape == now) {
        fitForm();
        return;
    }
    m_shape = now;
    updateGeometry();
    const bool beside = now != Shape::OneColumn;
    for (QWidget* part : std::initializer_list<QWidget*>{m_listColumn, m_formCard, m_effectCard})
        m_layout->removeWidget(part);
    m_layout->addWidget(m_listColumn, 0, 0);
    if (now == Shape::ThreeColumns) {
        m_layout->addWidget(m_formCard, 0, 1);
        m_layout->addWidget(m_effectCard, 0, 2);
    } else if (now == Shape::TwoColumns) {
        m_layout->addWidget(m_formCard, 0, 1, 2, 1);
        m_layout->addWidget(m_effectCard, 1, 0);
    } else {
        m_layout->addWidget(m_formCard, 1, 0);
        m_layout->addWidget(m_effectCard, 2, 0);
    }
    const bool aside = now == Shape::ThreeColumns;
    m_formCard->setMinimumWidth(beside ? kFormWidth : 0);
    m_formCard->setMaximumWidth(beside ? kFormWidth : QWIDGETSIZE_MAX);
    m_formCard->setSizePolicy(QSizePolicy::Preferred, beside ? QSizePolicy::Ignored : QSizePolicy::Maximum);
    m_effectCard->setMinimumWidth(aside ? kEffectWidth : 0);
    m_effectCard->setMaximumWidth(aside ? kEffectWidth : QWIDGETSIZE_MAX);
    m_effectCard->setSizePolicy(QSizePolicy::Preferred, aside ? QSizePolicy::Ignored : QSizePolicy::Fixed);
    fitForm();
}

void HooksPage::fitForm()
{
    const Shape now = shape();
    m_form->setBrief(now != Shape::OneColumn && height() < kRoomForLongTitle);
    m_formHint = m_formScroll->sizeHint();
    m_formScroll->updateGeometry();
    // In a low dock, list and form need the room more than the bars do.
    int needed = m_add->sizeHint().height() + kLeastList + EffectStrip::heightWithBars() + 7 * metrics::kGap;
    if (now == Shape::OneColumn && !m_formCard->isHidden())
        needed += m_formScroll->sizeHint().height();
    m_effect->setWordsOnly(now != Shape::ThreeColumns && height() < needed);
}

}  // namespace glyphscope
