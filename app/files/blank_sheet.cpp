// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/blank_sheet.h"

#include "app/text/file_name.h"
#include "model/checkpoint/atomic_file.h"
#include "model/types/error.h"
#include "model/types/sheet_layout.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtGui/QPageLayout>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

#include <algorithm>
#include <span>
#include <string>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

struct BlankSheet {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::BlankSheet)
};

const QColor kLightLine(176, 200, 222);
const QColor kWords(70, 70, 70);

QRectF rectOf(const DrawingBox& box)
{
    return {box.x, box.y, box.width, box.height};
}

/// Words in a box of millimetres, as large as `height` and smaller where they are long.
void paintWords(QPainter& painter, const QRectF& box, double height, const QString& words, int flags)
{
    constexpr int kFine = 100;  // fonts have whole sizes
    painter.save();
    painter.translate(box.topLeft());
    painter.scale(1.0 / kFine, 1.0 / kFine);
    const QRectF fine(0, 0, box.width() * kFine, box.height() * kFine);
    QFont font;
    font.setPixelSize(std::max(1, static_cast<int>(height * kFine)));
    const double wide = QFontMetricsF(font, painter.device()).horizontalAdvance(words);
    if (wide > fine.width())
        font.setPixelSize(std::max(1, static_cast<int>(height * kFine * fine.width() / wide)));
    painter.setFont(font);
    painter.setPen(kWords);
    painter.drawText(fine, flags, words);
    painter.restore();
}

void paintMarks(QPainter& painter, const SheetLayout& layout, const SheetCode& code)
{
    const auto square = [&](double x, double y, double side, const QColor& colour) {
        painter.fillRect(QRectF(x - side / 2, y - side / 2, side, side), colour);
    };
    for (const double x : {0.0, layout.width()})
        for (const double y : {0.0, layout.height()})
            square(x, y, SheetLayout::kMark, Qt::black);
    square(0, 0, SheetLayout::kMarkHole, Qt::white);
    const auto squares = squaresOf(code);
    for (int i = 0; i < SheetLayout::kCodeSquares; ++i)
        if (squares[static_cast<std::size_t>(i)])
            painter.fillRect(rectOf(layout.codeSquare(i)), Qt::black);
}

/// In millimetres from the upper left mark's middle.
void paintSheet(QPainter& painter, const SheetCode& code, const ClassSet& classes)
{
    const SheetLayout layout(code);
    paintMarks(painter, layout, code);
    for (int row = 0; row < code.rows; ++row) {
        const QRectF label = rectOf(layout.label(row));
        const int index = code.page * SheetLayout::kMostRows + row;
        paintWords(painter, label, std::min(7.0, 0.6 * label.height()),
                   QString::fromStdString(classes.name(index)), Qt::AlignVCenter | Qt::AlignRight);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(kLightLine, 0.25));
        for (int column = 0; column < SheetLayout::kColumns; ++column)
            painter.drawRect(rectOf(layout.box(row, column)));
    }
    const double side = SheetLayout::kMark;
    paintWords(painter, QRectF(side, layout.height() - 2, layout.width() - 2 * side, 4), 3,
               BlankSheet::tr("Write one character in each box with a dark pen, then photograph all of the "
                              "sheet with its four marks."),
               Qt::AlignCenter);
}

}  // namespace

void saveBlankSheet(const QString& path, const ClassSet& classes, bool letter)
{
    constexpr int kMost = SheetLayout::kMostRows * SheetLayout::kMostPages;
    if (classes.size() > kMost)
        throw Error(GLYPHSCOPE_TEXT("Files", "The weights know %1 classes, and sheets have rows for %2. "
                                             "Write on plain paper, row by row."),
                    classes.size(), kMost);
    constexpr double kMillimetresPerInch = 25.4;
    constexpr int kResolution = 300;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(BlankSheet::tr("A sheet of samples"));
        writer.setResolution(kResolution);
        writer.setPageLayout(QPageLayout(QPageSize(letter ? QPageSize::Letter : QPageSize::A4),
                                         QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        QPainter painter(&writer);
        painter.scale(kResolution / kMillimetresPerInch, kResolution / kMillimetresPerInch);
        painter.translate(SheetLayout::kMargin, SheetLayout::kMargin);
        for (int first = 0; first < classes.size(); first += SheetLayout::kMostRows) {
            if (first > 0)
                writer.newPage();
            const int rows = std::min(SheetLayout::kMostRows, classes.size() - first);
            paintSheet(painter, {letter, first / SheetLayout::kMostRows, rows}, classes);
        }
    }
    const QByteArray& bytes = buffer.data();
    writeAtomically(fileNameBytes(path),
                    std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

}  // namespace glyphscope
