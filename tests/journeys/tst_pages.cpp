// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of numbers opened on the canvas, and sheets of samples: printed, photographed, corrected and kept.
#include "app/files/sample_store.h"
#include "tests/journeys/journey.h"
#include "tests/support/plain_digits.h"
#include "tests/support/sample_sheets.h"
#include "tests/support/test_program.h"
#include "ui/answer/character_row.h"
#include "ui/samples/sample_sheet_dialog.h"
#include "ui/samples/sample_sheet_view.h"

#include <QtCore/QFile>
#include <QtGui/QAction>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

DigitInk inkOfPages()
{
    DigitInk ink;
    for (std::size_t digit = 0; digit < ink.size(); ++digit)
        ink[digit] = {plainDigits()[digit]};
    return ink;
}

}  // namespace

class TstPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void aPageShowsItsLines();
    void aSheetIsCorrectedAndKept();
    void aBlankSheetIsSaved();
    void whatIsNoSheetIsTold();

private:
    QString saved(const Rgba& image, const QString& name)
    {
        const QString path = m_data.file(name);
        QImage(image.pixels.data(), image.width, image.height, 4 * image.width, QImage::Format_RGBA8888)
            .convertToFormat(QImage::Format_RGB32)
            .save(path);
        return path;
    }
    /// Answers the file dialog that an entry of the sheet's menu opens.
    static void choose(OpenWindow& window, int entry, const QString& path)
    {
        window.press(Qt::Key_2, Qt::ControlModifier);
        hand::openTab(*window, u"My handwriting"_s);
        auto* button = window.find<QToolButton>("samplesImport");
        QTRY_VERIFY(button->isVisible());
        button->menu()->actions().at(entry)->trigger();
        auto* dialog = window.find<QFileDialog>("fileDialog");
        QVERIFY(dialog != nullptr && dialog->isVisible());
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }

    ScratchData m_data;
};

void TstPages::aPageShowsItsLines()
{
    std::mt19937 random(11);
    const NumberPage page = numberPage(inkOfPages(), {}, random);
    const auto count = static_cast<int>(page.lines.size());
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    hand::drop(window.canvas(), saved(page.image, u"page.png"_s));
    std::size_t digits = 0;
    for (const std::string& line : page.lines)
        digits += line.size();
    QTRY_COMPARE_WITH_TIMEOUT(window.canvas().parts().size(), digits, 30000);
    CharacterRow* row = window->panel<AnswerPanel>()->number();
    QTRY_VERIFY(row->isVisible());
    const auto verdictOf = [&](int line) {
        return u"Line %1 of %2: %3"_s.arg(line + 1).arg(count).arg(
            QString::fromStdString(page.lines[static_cast<std::size_t>(line)]));
    };
    Q_EMIT row->focusChosen(0);
    QTRY_COMPARE(window.verdict(), verdictOf(0));
    Q_EMIT row->focusChosen(static_cast<int>(page.lines.front().size()));
    QTRY_COMPARE(window.verdict(), verdictOf(1));
}

void TstPages::aSheetIsCorrectedAndKept()
{
    std::mt19937 random(12);
    const QString sheet =
        saved(printedSheet(inkOfPages(), {.turn = 0.04, .table = true, .perRow = 2}, random), u"sheet.png"_s);
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    choose(window, 1, sheet);
    QTRY_VERIFY_WITH_TIMEOUT(window.find<SampleSheetDialog>("sheetDialog") != nullptr, 30000);
    auto* dialog = window.find<SampleSheetDialog>("sheetDialog");
    QTRY_VERIFY(dialog->isVisible());
    SampleSheetView* view = dialog->view();
    QCOMPARE(view->model()->rowCount(), 20);
    view->selectionModel()->setCurrentIndex(view->model()->index(1, 0), QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(view, Qt::Key_7);
    view->selectionModel()->setCurrentIndex(view->model()->index(19, 0), QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(view, Qt::Key_Delete);
    dialog->findChild<QPushButton*>(u"sheetKeep"_s)->click();
    const SampleStore store(m_data.file(u"samples"_s));
    QTRY_COMPARE_WITH_TIMEOUT(store.load().size(), std::size_t{19}, 30000);
    const std::vector<Sample> samples = store.load();
    QCOMPARE(samples[0].label, std::string("0"));
    QCOMPARE(samples[1].label, std::string("7"));
    QCOMPARE(samples[18].label, std::string("9"));
    QTRY_VERIFY(window.label("samplesSummary").startsWith(u"19 samples"_s));
}

void TstPages::aBlankSheetIsSaved()
{
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    const QString path = m_data.file(u"blank.pdf"_s);
    choose(window, 3, path);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 30000);
}

void TstPages::whatIsNoSheetIsTold()
{
    QImage blank(300, 400, QImage::Format_RGB32);
    blank.fill(QColor(230, 230, 225));
    const QString path = m_data.file(u"nothing.png"_s);
    QVERIFY(blank.save(path));
    OpenWindow window(m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    choose(window, 1, path);
    QTRY_VERIFY_WITH_TIMEOUT(window->notices()->text().contains(u"No characters were found"_s), 30000);
}

GLYPHSCOPE_TEST(TstPages, Widgets)
#include "tst_pages.moc"
