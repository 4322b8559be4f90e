// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/picture_file.h"
#include "model/preprocess/normalize.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/canvas/stage_strip.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QListView>
#include <QtWidgets/QTableView>

#include <algorithm>
#include <optional>
#include <utility>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// Images of a data set on the canvas: a network reads them there as it did when the set was evaluated.
class TstDataSetImages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isReadAsTheMatrixSaid();
    void staysThatThroughUndoFileAndStart();
    void strokesOverItLieInItsPixels();

private:
    /// Evaluates, and puts an image of a filled cell on the canvas; the cell's row and column.
    std::pair<int, int> putOnCanvas(OpenWindow& window);

    std::unique_ptr<ScratchData> m_data;
};

namespace {

/// Cloth rather than ink: a grey field, brighter to its edges, that no pipeline for digits gives back.
QByteArray cloth(int i, int label)
{
    QByteArray image(784, '\0');
    for (int y = 1; y < 26; ++y)
        for (int x = 3 + label % 5; x < 27 - label / 3; ++x)
            image[28 * y + x] = static_cast<char>(60 + 12 * label + (i * 7 + x * y) % 23);
    return image;
}

std::vector<std::uint8_t> onCanvas(OpenWindow& window)
{
    const Drawing& drawing = window.canvas().drawing();
    return drawing.picture ? drawing.picture->grey.pixels : std::vector<std::uint8_t>();
}

/// The network's input, byte for byte, as the strip reads it out to who walks over it by the arrow keys.
std::vector<std::uint8_t> networkInputShown(OpenWindow& window)
{
    static const QRegularExpression values(u"row (\\d+), column (\\d+): (\\d+) "_s);
    StageStrip& strip = *window->stageStrip();
    std::vector<std::uint8_t> bytes(kGlyphPixels);
    strip.setFocus(Qt::TabFocusReason);
    for (int i = 0; i < kGlyphSide; ++i) {
        QTest::keyClick(&strip, Qt::Key_Up);
        QTest::keyClick(&strip, Qt::Key_Left);
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const QRegularExpressionMatch match = values.match(strip.readout());
        const int at = match.captured(1).toInt() * kGlyphSide + match.captured(2).toInt();
        bytes[static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(match.captured(3).toInt());
        if (i % kGlyphSide == kGlyphSide - 1)
            QTest::keyClick(&strip, Qt::Key_Down);
        else
            QTest::keyClick(&strip, i / kGlyphSide % 2 == 0 ? Qt::Key_Right : Qt::Key_Left);
    }
    return bytes;
}

std::optional<int> best(OpenWindow& window)
{
    const std::optional<Prediction> prediction = window->panel<AnswerPanel>()->prediction();
    return prediction && prediction->verdict != Verdict::Empty ? std::optional(prediction->best)
                                                               : std::nullopt;
}

}  // namespace

void TstDataSetImages::init()
{
    failOnQtWarnings();
    m_data.reset();  // what it set goes with it
    m_data = std::make_unique<ScratchData>();
    writeSmallSet(m_data->file(u"mnist"_s), 100, 10, cloth);
}

std::pair<int, int> TstDataSetImages::putOnCanvas(OpenWindow& window)
{
    window.press(Qt::Key_2, Qt::ControlModifier);
    hand::openTab(*window, u"Evaluation"_s);
    auto* measure = window.find<QPushButton>("evaluation.measure");
    if (!QTest::qWaitFor([&] { return measure->isEnabled(); }, 30000))
        qFatal("nothing can be measured");
    hand::click(*measure);
    auto* matrix = window.find<QTableView>("evaluation.matrix");
    if (!QTest::qWaitFor([&] { return matrix->isVisible(); }, 30000))
        qFatal("nothing was measured");
    auto* gallery = window.find<QListView>("evaluation.gallery");
    for (int row = 9; row >= 0; --row)
        for (int column = 0; column < 10; ++column) {
            if (matrix->model()->index(row, column).data().toInt() == 0)
                continue;
            hand::clickCell(*matrix, row, column);
            if (!QTest::qWaitFor([&] { return gallery->isVisible() && gallery->model()->rowCount() > 0; }))
                qFatal("the cell has no images");
            QTest::mouseClick(gallery->viewport(), Qt::LeftButton, {},
                              gallery->visualRect(gallery->model()->index(0, 0)).center());
            return {row, column};
        }
    qFatal("an empty matrix");
}

void TstDataSetImages::isReadAsTheMatrixSaid()
{
    OpenWindow window(*m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    const auto [truth, answer] = putOnCanvas(window);
    QTRY_VERIFY(!onCanvas(window).empty());
    QTRY_COMPARE(best(window), std::optional(answer));
    QVERIFY(!window.answers(Verdict::Empty));
    QCOMPARE(networkInputShown(window), onCanvas(window));
    // that it is an image of the set, not what the pipeline made of one
    const std::vector<std::uint8_t> bytes = onCanvas(window);
    bool known = false;
    for (int i = 0; i < 200 && !known; ++i) {
        const QByteArray image = cloth(i, i % 10);
        known = i % 10 == truth &&
                std::ranges::equal(bytes, image, {}, {}, [](char c) { return static_cast<std::uint8_t>(c); });
    }
    QVERIFY(known);
}

void TstDataSetImages::staysThatThroughUndoFileAndStart()
{
    std::vector<std::uint8_t> bytes;
    std::optional<int> answer;
    const QString path = m_data->file(u"image.png"_s);
    {
        OpenWindow window(*m_data);
        QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
        answer = putOnCanvas(window).second;
        QTRY_COMPARE(best(window), answer);
        bytes = onCanvas(window);
        window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(window.answers(Verdict::Empty));
        window.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(best(window), answer);
        QCOMPARE(networkInputShown(window), bytes);
        window.press(Qt::Key_S, Qt::ControlModifier);
        auto* dialog = window.find<QFileDialog>("fileDialog");
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(window->notices()->text().contains(path));
        window.leave();
    }
    const QImage saved(path);
    QCOMPARE(saved.size(), QSize(28, 28));
    for (int y = 0; y < 28; ++y)
        for (int x = 0; x < 28; ++x)
            QCOMPARE(qGray(saved.pixel(x, y)), bytes[static_cast<std::size_t>(28 * y + x)]);

    OpenWindow window(*m_data);
    QTRY_VERIFY(window.canvas().canUndo());
    window.press(Qt::Key_Z, Qt::ControlModifier);  // what the window was left with
    QTRY_COMPARE_WITH_TIMEOUT(best(window), answer, 30000);
    QCOMPARE(networkInputShown(window), bytes);
    window.press(Qt::Key_Z, Qt::ControlModifier);
    hand::drop(window.canvas(), path);
    QTRY_COMPARE(best(window), answer);
    QCOMPARE(networkInputShown(window), bytes);
}

void TstDataSetImages::strokesOverItLieInItsPixels()
{
    OpenWindow window(*m_data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    putOnCanvas(window);
    QTRY_VERIFY(!onCanvas(window).empty());
    const std::vector<std::uint8_t> bytes = onCanvas(window);
    window.press(Qt::Key_1, Qt::ControlModifier);
    hand::write(window.canvas(), {{{{{0, 145}, {279, 145}}, 1.0}}, {}});
    const auto row14 = [&] {
        const std::vector<std::uint8_t> read = networkInputShown(window);
        return std::vector<std::uint8_t>(read.begin() + 14 * 28, read.begin() + 15 * 28);
    };
    QTRY_COMPARE(row14(), std::vector<std::uint8_t>(28, 255));
    std::vector<std::uint8_t> others = networkInputShown(window);
    QVERIFY(std::equal(others.begin(), others.begin() + 12 * 28, bytes.begin()));
    window.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(networkInputShown(window), bytes);
}

GLYPHSCOPE_TEST(TstDataSetImages, Widgets)
#include "tst_data_set_images.moc"
