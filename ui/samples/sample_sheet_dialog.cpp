// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sample_sheet_dialog.h"

#include "ui/samples/sample_sheet_view.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr QSize kUsualSize{720, 620};  // ten in a row

}  // namespace

SampleSheetDialog::SampleSheetDialog(QWidget* parent)
    : QDialog(parent)
    , m_model(new SampleSheetModel(this))
    , m_view(new SampleSheetView(m_model, this))
    , m_words(new QLabel(this))
    , m_doubtful(new QLabel(this))
{
    setObjectName(u"sheetDialog"_s);
    setWindowTitle(tr("Import a sheet"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kUsualSize);
    m_words->setObjectName(u"sheetWords"_s);
    m_words->setWordWrap(true);
    m_doubtful->setObjectName(u"sheetDoubtful"_s);
    m_doubtful->setWordWrap(true);
    setRole(m_doubtful, u"muted"_s);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(metrics::kGap);
    column->addWidget(m_words);
    column->addWidget(m_doubtful);
    column->addWidget(m_view, 1);
    column->addWidget(makeTools());
    column->addWidget(makeButtons());
    connect(m_model, &SampleSheetModel::changed, this, &SampleSheetDialog::refresh);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SampleSheetDialog::refresh);
    refresh();
}

QWidget* SampleSheetDialog::makeTools()
{
    auto* tools = new QWidget(this);
    auto* hint = new QLabel(tr("Select some, then type what they are."), tools);
    hint->setWordWrap(true);
    setRole(hint, u"muted"_s);
    m_label = new QToolButton(tools);
    m_label->setObjectName(u"sheetLabel"_s);
    m_label->setText(tr("It was a"));
    m_label->setToolTip(tr("Say what the selected characters are"));
    m_label->setPopupMode(QToolButton::InstantPopup);
    m_label->setMenu(new QMenu(m_label));
    m_leaveOut = new QToolButton(tools);
    m_leaveOut->setObjectName(u"sheetLeaveOut"_s);
    m_leaveOut->setText(tr("Leave out"));
    m_leaveOut->setToolTip(tr("Do not keep the selected characters, or take them in again (Del)"));
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(hint, 1);
    row->addWidget(m_label);
    row->addWidget(m_leaveOut);
    connect(m_leaveOut, &QToolButton::clicked, m_view, &SampleSheetView::toggleLeftOut);
    return tools;
}

QWidget* SampleSheetDialog::makeButtons()
{
    auto* buttons = new QWidget(this);
    auto* cancel = new QPushButton(tr("Cancel"), buttons);
    cancel->setObjectName(u"sheetCancel"_s);
    m_keep = new QPushButton(buttons);
    m_keep->setObjectName(u"sheetKeep"_s);
    m_keep->setDefault(true);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_keep);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        Q_EMIT kept(m_model->cells());
        accept();
    });
    return buttons;
}

void SampleSheetDialog::setSheet(std::vector<SheetCell> cells, const ClassSet& classes, bool byRows)
{
    m_byRows = byRows;
    m_view->setClasses(classes);
    m_view->fillLabelMenu(*m_label->menu());
    m_model->setCells(std::move(cells));
    const auto doubtful = std::ranges::find_if(
        m_model->cells(), [](const SheetCell& cell) { return cell.label != cell.answer; });
    const bool any = doubtful != m_model->cells().end();
    const auto first = any ? static_cast<int>(doubtful - m_model->cells().begin()) : 0;
    m_view->selectionModel()->setCurrentIndex(m_model->index(first), QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(m_model->index(first));
    m_view->setFocus();
}

void SampleSheetDialog::refresh()
{
    const int all = m_model->rowCount();
    m_words->setText(m_byRows
                         ? tr("%n character(s) found. Each row of the sheet gives its label.", nullptr, all)
                         : tr("%n character(s) found, labelled as the network reads them.", nullptr, all));
    const int doubtful = m_model->doubtful();
    m_doubtful->setText(doubtful == 0 ? tr("The network reads all of them so, too.")
                                      : tr("%n character(s) read otherwise (\u2260)", nullptr, doubtful));
    const bool selected = m_view->selectionModel()->hasSelection();
    m_label->setEnabled(selected);
    m_leaveOut->setEnabled(selected);
    m_keep->setEnabled(m_model->kept() > 0);
    m_keep->setText(tr("Keep %n sample(s)", nullptr, m_model->kept()));
}

}  // namespace glyphscope
