// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/recognition_controller.h"
#include "app/session/recognition_session.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/stage_strip.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Cannot read anything.
class BrokenRecognizer final : public Recognizer {
public:
    Prediction predict(const Glyph&) override { throw Error("The reader is broken."); }
    Reading read(const Glyph&) override { throw Error("The reader is broken."); }
};

struct RecognitionFixture {
    void use(bool broken)
    {
        recognition.useWeights(
            [broken](const StateDict&) -> std::unique_ptr<Recognizer> {
                if (broken)
                    return std::make_unique<BrokenRecognizer>();
                return std::make_unique<FakeRecognizer>();
            },
            sessions.weights.shown());
    }
    void draw()
    {
        Drawing drawing;
        drawing.strokes = {Stroke{{{140, 20}, {140, 120}, {140, 260}}, 1}};
        canvas.setDrawing(drawing);
    }

    test::Sessions sessions;
    Canvas canvas;
    StageStrip stages;
    AnswerPanel answer;
    RecognitionSession recognition;
    RecognitionController controller{{.canvas = canvas,
                                      .stages = stages,
                                      .answer = answer,
                                      .notices = sessions.notices,
                                      .recognition = recognition,
                                      .weights = sessions.weights}};
};

}  // namespace

class TstRecognitionController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void whatIsDrawnIsRead();
    void anEmptyCanvasHasNoAnswer();
    void whyThereIsNoAnswerIsSaid();
    void aBrokenRuleOfTheWeightsBreaksNothing();
};

void TstRecognitionController::whatIsDrawnIsRead()
{
    RecognitionFixture fixture;
    fixture.use(false);
    fixture.draw();
    QTRY_VERIFY(fixture.answer.verdict().contains(u'1'));
    QVERIFY(fixture.recognition.upToDate());
}

void TstRecognitionController::anEmptyCanvasHasNoAnswer()
{
    RecognitionFixture fixture;
    fixture.use(false);
    fixture.draw();
    QTRY_VERIFY(fixture.answer.verdict().contains(u'1'));
    fixture.canvas.clear();
    QTRY_VERIFY(!fixture.answer.verdict().contains(u'1'));
}

void TstRecognitionController::whyThereIsNoAnswerIsSaid()
{
    RecognitionFixture fixture;
    fixture.use(true);
    fixture.draw();
    QTRY_COMPARE(fixture.sessions.notices.text(), u"The reader is broken."_s);
    fixture.use(false);
    QTRY_VERIFY(fixture.answer.verdict().contains(u'1'));
}

/// Their reader refuses such weights; the panel has to bear them.
void TstRecognitionController::aBrokenRuleOfTheWeightsBreaksNothing()
{
    RecognitionFixture fixture;
    fixture.use(false);
    StateDict weights = test::weightsOf(3);
    weights.metadata["temperature"] = "warm";
    fixture.sessions.weights.apply(std::make_shared<const StateDict>(std::move(weights)), u"Broken"_s);
    fixture.draw();
    QTRY_VERIFY(fixture.answer.verdict().contains(u'1'));
}

GLYPHSCOPE_TEST(TstRecognitionController, Widgets)
#include "tst_recognition_controller.moc"
