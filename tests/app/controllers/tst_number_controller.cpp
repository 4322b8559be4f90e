// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/number_controller.h"
#include "app/session/recognition_session.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/answer_panel.h"
#include "ui/answer/character_row.h"
#include "ui/answer/label_row.h"
#include "ui/canvas/canvas.h"

#include <QtTest/QSignalSpy>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

Stroke strokeAt(double x)
{
    return {{{x, 40}, {x + 5, 90}, {x, 140}}, 1};
}

Prediction predictionOf(int digit, Verdict verdict = Verdict::Digit)
{
    Prediction prediction;
    prediction.verdict = verdict;
    prediction.probabilities.assign(10, 0.01F);
    prediction.probabilities[static_cast<std::size_t>(digit)] = 0.91F;
    prediction.logits.assign(10, 0.0F);
    prediction.best = digit;
    prediction.second = (digit + 1) % 10;
    prediction.classes = ClassSet::digits();
    return prediction;
}

/// Strokes that were read as those digits.
std::shared_ptr<const NumberReading> readingOf(const std::vector<Prediction>& predictions)
{
    auto reading = std::make_shared<NumberReading>();
    for (int i = 0; i < std::ssize(predictions); ++i) {
        NumberPart part;
        part.pieces = {{i, 0, 3}};
        part.drawing.strokes = {strokeAt(40 + 60 * i)};
        part.prediction = predictions[static_cast<std::size_t>(i)];
        part.box = {40.0 + 60 * i, 40, 5, 100};
        reading->parts.push_back(part);
    }
    return reading;
}

struct NumberFixture {
    void draw(int strokes)
    {
        Drawing drawing;
        for (int i = 0; i < strokes; ++i)
            drawing.strokes.push_back(strokeAt(40 + 60 * i));
        canvas.setDrawing(drawing);
    }
    void show(const std::vector<Prediction>& predictions, int focus)
    {
        Q_EMIT recognition.divided(readingOf(predictions), focus);
        answer.setPrediction(predictions[static_cast<std::size_t>(focus)]);
    }

    Canvas canvas;
    AnswerPanel answer;
    RecognitionSession recognition;
    NumberController controller{{.canvas = canvas, .answer = answer, .recognition = recognition}};
    QSignalSpy focused{&controller, &NumberController::focusedChanged};
};

}  // namespace

class TstNumberController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void showsANumberWhereverItIsSeen()
    {
        NumberFixture fixture;
        fixture.draw(2);
        fixture.show({predictionOf(4), predictionOf(2)}, 1);
        QCOMPARE(fixture.answer.verdict(), u"It is 42"_s);
        QCOMPARE(fixture.answer.number()->cells().size(), std::size_t(2));
        QCOMPARE(fixture.canvas.parts().size(), std::size_t(2));
        QCOMPARE(fixture.canvas.parts()[0].name, u"4"_s);
        QVERIFY(!fixture.canvas.parts()[0].focused && fixture.canvas.parts()[1].focused);
        const auto drawing = fixture.focused.last()[0].value<std::optional<Drawing>>();
        QVERIFY(drawing && drawing->strokes == std::vector{strokeAt(100)});
    }

    void oneCharacterIsShownAsEver()
    {
        NumberFixture fixture;
        fixture.draw(1);
        fixture.show({predictionOf(7)}, 0);
        QCOMPARE(fixture.answer.verdict(), u"It is a 7"_s);
        QVERIFY(fixture.answer.number()->cells().empty());
        QVERIFY(fixture.canvas.parts().empty());
        QVERIFY(!fixture.focused.last()[0].value<std::optional<Drawing>>());
    }

    void aDoubtfulPartMakesTheNumberDoubtful()
    {
        NumberFixture fixture;
        fixture.draw(2);
        fixture.show({predictionOf(4), predictionOf(2, Verdict::NotADigit)}, 0);
        QCOMPARE(fixture.answer.verdict(), u"Not sure: 4??"_s);
        QVERIFY(!fixture.canvas.parts()[1].sure);
        QCOMPARE(fixture.canvas.parts()[1].name, u"?"_s);
    }

    void everyCharacterIsKeptAsWhatItWas()
    {
        NumberFixture fixture;
        const QSignalSpy kept(&fixture.controller, &NumberController::keepRequested);
        fixture.answer.setLabelable(true);
        fixture.draw(2);
        fixture.show({predictionOf(4), predictionOf(2, Verdict::NotADigit)}, 1);
        Q_EMIT fixture.answer.labels()->keepRequested();
        QVERIFY(kept.isEmpty());  // what is no digit has no label yet
        fixture.answer.giveLabel(7);
        QCOMPARE(fixture.answer.number()->cells()[1].said, u"7"_s);
        QCOMPARE(fixture.canvas.parts()[1].name, u"7"_s);
        fixture.show({predictionOf(4), predictionOf(2, Verdict::NotADigit)},
                     0);  // said of one, not of a place
        QCOMPARE(fixture.answer.number()->cells()[1].said, u"7"_s);
        fixture.answer.giveLabel(9);
        fixture.answer.giveLabel(4);  // as it was read
        QVERIFY(fixture.answer.number()->cells()[0].said.isEmpty());
        Q_EMIT fixture.answer.labels()->keepRequested();
        QCOMPARE(kept.size(), 1);
        const auto characters = kept[0][0].value<std::vector<LabelledDrawing>>();
        QCOMPARE(characters.size(), std::size_t(2));
        QCOMPARE(characters[0].truth, std::string("4"));
        QCOMPARE(characters[1].truth, std::string("7"));
        QCOMPARE(characters[1].drawing.strokes, std::vector{strokeAt(100)});
        fixture.canvas.clear();
        fixture.draw(2);
        fixture.show({predictionOf(4), predictionOf(2)}, 1);
        QVERIFY(fixture.answer.number()->cells()[1].said.isEmpty());
    }

    void anEmptyCanvasHasNoParts()
    {
        NumberFixture fixture;
        fixture.draw(2);
        fixture.show({predictionOf(4), predictionOf(2)}, 0);
        fixture.canvas.clear();
        QVERIFY(fixture.canvas.parts().empty());
        QVERIFY(fixture.answer.number()->cells().empty());
    }
};

GLYPHSCOPE_TEST(TstNumberController, Widgets)
#include "tst_number_controller.moc"
