// SPDX-License-Identifier: GPL-3.0-or-later
// How a RunsPanel is put together.
#include "ui/runs/run_compare.h"
#include "ui/runs/run_details.h"
#include "ui/runs/run_table.h"
#include "ui/runs/run_table_model.h"
#include "ui/runs/run_text.h"
#include "ui/runs/runs_panel.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_note.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/undo_bar.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

RunsPanel::RunsPanel(QWidget* parent)
    : Panel(u"runsPanel"_s, tr("Runs"), parent), m_model(new RunTableModel(this))
{
    m_details = new RunDetails(this);
    m_compare = new RunCompare(this);
    m_chosen = new QStackedWidget(this);
    auto* hint = new EmptyNote(u"info"_s, tr("Choose a run to see it in full, or two to compare them"), this);
    hint->setObjectName(u"runs.hint"_s);
    for (QWidget* page : {static_cast<QWidget*>(hint), static_cast<QWidget*>(makeScroll(m_details)),
                          static_cast<QWidget*>(makeScroll(m_compare)), makeMany()})
        m_chosen->addWidget(page);

    m_split = new QSplitter(Qt::Vertical, this);
    m_split->setObjectName(u"runs.splitter"_s);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(metrics::kGap);
    m_list = makeList();
    m_split->addWidget(m_list);
    m_split->addWidget(m_chosen);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_dragged = true; });

    m_pages = new QStackedWidget(this);
    auto* empty =
        new EmptyNote(u"epoch"_s,
                      tr("Every training is kept here, with its settings, curves and weights. Train "
                         "a network and it appears."),
                      this);
    empty->setObjectName(u"runs.empty"_s);
    m_pages->addWidget(empty);
    m_pages->addWidget(m_split);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"runs.problem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    setRole(m_problem, u"bad"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kPadding);
    column->setSpacing(metrics::kGap);
    column->addWidget(makeUndoBar());
    column->addWidget(m_problem);
    column->addWidget(m_pages, 1);
    connectList();
    connectDetails();
}

QFrame* RunsPanel::makeList()
{
    QFrame* card = makeCard(this);
    m_table = new RunTable(m_model, card);
    m_summary = new QLabel(card);
    m_summary->setObjectName(u"runs.count"_s);
    m_summary->setWordWrap(true);
    m_summary->setFont(glyphscope::font(TextStyle::Caption));
    m_summary->setContentsMargins(metrics::kGap, 0, metrics::kGap, 0);
    setRole(m_summary, u"muted"_s);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kGap);
    column->setSpacing(metrics::kUnit);
    column->addWidget(m_table, 1);
    column->addWidget(m_summary);
    return card;
}

QWidget* RunsPanel::makeUndoBar()
{
    m_undoBar = new UndoBar(tr("Take it out of the trash again (Ctrl+Z)"), this);
    m_undoBar->words()->setObjectName(u"runs.undoWords"_s);
    m_undoBar->button()->setObjectName(u"runs.restore"_s);
    connect(m_undoBar, &UndoBar::undone, this, [this] {
        m_table->setUndoable(false);
        Q_EMIT restoreRequested();
    });
    return m_undoBar;
}

QWidget* RunsPanel::makeMany()
{
    auto* page = new QWidget(this);
    m_manyWords = new QLabel(page);
    m_manyWords->setObjectName(u"runs.many"_s);
    m_manyWords->setAlignment(Qt::AlignCenter);
    m_manyWords->setWordWrap(true);
    setRole(m_manyWords, u"muted"_s);
    auto* trashAll = new QPushButton(icon(u"clear"_s), tr("Move to trash"), page);
    trashAll->setObjectName(u"runs.trashAll"_s);
    auto* column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(m_manyWords);
    column->addWidget(trashAll, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(trashAll, &QPushButton::clicked, this, [this] { trash(selectedIds()); });
    return page;
}

QScrollArea* RunsPanel::makeScroll(QWidget* page)
{
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->setMinimumHeight(120);
    return scroll;
}

QMenu* RunsPanel::makeMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"runs.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList ids = selectedIds();
    if (ids.size() == 1) {
        const RunInfo* run = m_model->find(ids[0]);
        menu->addAction(tr("Rename\tF2"), this, [this] {
            m_table->edit(m_table->currentIndex().siblingAtColumn(RunTableModel::Name));
        });
        menu->addAction(icon(u"play"_s), tr("Resume"), this,
                        [this, id = ids[0]] { Q_EMIT resumeRequested(id); })
            ->setEnabled(run != nullptr && m_ready && resumeProblem(*run, m_active).isEmpty());
        menu->addAction(icon(u"open"_s), tr("Folder"), this,
                        [this, id = ids[0]] { Q_EMIT openFolderRequested(id); });
    }
    if (!ids.isEmpty()) {
        menu->addAction(tr("Show or hide in the curves\tSpace"), m_table, &DataTable::spacePressed);
        menu->addAction(icon(u"clear"_s), tr("Move to trash\tDel"), this, [this, ids] { trash(ids); });
        menu->addSeparator();
    }
    m_table->addCopyActions(*menu);
    return menu;
}

/// Until the user says otherwise the list is no higher than its rows: the rest is for what is chosen.
void RunsPanel::shareRoom()
{
    if (m_dragged)
        return;
    const int room = m_split->height() - m_split->handleWidth();
    const int list = std::min(m_list->sizeHint().height(), room * 2 / 5);
    if (const QList<int> sizes{list, room - list}; sizes != m_split->sizes())
        m_split->setSizes(sizes);
}

}  // namespace glyphscope
