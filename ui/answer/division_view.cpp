// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/division_view.h"

#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/ink_edit.h"
#include "ui/widgets/paint_drawing.h"

#include <QtGui/QStandardItemModel>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kPicture = 40;
constexpr double kFigure = kCanvasSide * 20 / 28;

/// Its ink in the middle of the canvas, as large as a digit is written there.
Drawing centred(Drawing drawing)
{
    QRectF box;
    for (const Stroke& stroke : drawing.strokes)
        for (const Point& p : stroke.points)
            box |= QRectF(p.x, p.y, 1e-3, 1e-3);
    const double scale = kFigure / std::max({box.width(), box.height(), 1.0});
    for (Stroke& stroke : drawing.strokes)
        for (Point& p : stroke.points)
            p = {kCanvasSide / 2 + scale * (p.x - box.center().x()),
                 kCanvasSide / 2 + scale * (p.y - box.center().y())};
    return drawing;
}

QStandardItem* cell(const QString& text)
{
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

}  // namespace

DivisionView::DivisionView(QWidget* parent)
    : QWidget(parent, Qt::Tool)
    , m_words(new QLabel(this))
    , m_model(new QStandardItemModel(this))
    , m_table(new DataTable(u"divisionTable"_s, this))
{
    setObjectName(u"divisionView"_s);
    setWindowTitle(tr("Why this division"));
    setAttribute(Qt::WA_ShowWithoutActivating);  // the pen goes on
    m_words->setWordWrap(true);
    m_words->setText(tr("Strokes were put together in these ways and read. Each score is a logarithm, and "
                        "more is better; the division with the highest sum was chosen."));
    setRole(m_words, u"muted"_s);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("What the strokes could be"));
    m_table->setIconSize({kPicture, kPicture});
    m_table->verticalHeader()->setDefaultSectionSize(kPicture + metrics::kUnit);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
}

void DivisionView::setRows(std::vector<DivisionRow> rows)
{
    std::ranges::stable_sort(rows, [](const DivisionRow& a, const DivisionRow& b) {
        if (a.taken != b.taken)
            return a.taken;
        return !a.taken && a.score.sum() > b.score.sum();
    });
    m_model->clear();
    m_model->setHorizontalHeaderLabels(
        {tr("Read as"), tr("Taken"), tr("Certainty"), tr("Evidence"), tr("Size"), tr("Joins"), tr("Sum")});
    for (const DivisionRow& row : rows) {
        auto* name = new QStandardItem(row.name);
        name->setEditable(false);
        const QImage picture = renderDrawing(centred(row.drawing), {kPicture, kPicture}, devicePixelRatioF(),
                                             theme().ink, theme().paper);
        name->setIcon(QIcon(QPixmap::fromImage(picture)));
        QList<QStandardItem*> items{name, cell(row.taken ? tr("yes") : QString())};
        for (const double score :
             {row.score.certainty, row.score.evidence, row.score.size, row.score.joins, row.score.sum()})
            items << cell(fixedText(score, 2));
        m_model->appendRow(items);
    }
    m_table->resizeColumnsToContents();
}

}  // namespace glyphscope
