// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/answer_look.h"

using namespace glyphscope;

namespace {

AnswerRoom roomOf(int height, int badge = 0)
{
    return {.height = height,
            .head = 116,
            .tightHead = 90,
            .badge = badge,
            .labels = 60,
            .labelsInOneLine = 36,
            .bars = 10,
            .beforeBars = 8,
            .card = 105};
}

}  // namespace

class TstAnswerLook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void theCardComesWithTheRoom()
    {
        QVERIFY(answerLook(roomOf(460), CardWish::WhereThereIsRoom).card);
        const AnswerLook low = answerLook(roomOf(390), CardWish::WhereThereIsRoom);
        QVERIFY(low.card && low.labels && low.row > 0 && low.tightHead);
        QVERIFY(!answerLook(roomOf(360), CardWish::WhereThereIsRoom).card);
        QVERIFY(!answerLook(roomOf(900), CardWish::None).card);
    }

    void whoAsksForTheCardGetsIt()
    {
        const AnswerLook low = answerLook(roomOf(330), CardWish::Always);
        QVERIFY(low.card && !low.labels && low.row > 0);
        const AnswerLook least = answerLook(roomOf(200), CardWish::Always);
        QVERIFY(least.card && least.row == 0);
    }

    void labelsMakeRoomForABadgeLast()
    {
        const AnswerLook low = answerLook(roomOf(313, 64), CardWish::None);
        QVERIFY(low.labels && low.labelsInOneLine);
        QVERIFY(!answerLook(roomOf(260, 64), CardWish::None).labels);
        QVERIFY(answerLook(roomOf(200), CardWish::None).labels);
        AnswerRoom narrow = roomOf(350, 64);
        narrow.labelsInOneLine = 0;
        const AnswerLook look = answerLook(narrow, CardWish::None);
        QVERIFY(look.labels && !look.labelsInOneLine);
    }
};

GLYPHSCOPE_TEST(TstAnswerLook, Core)
#include "tst_answer_look.moc"
