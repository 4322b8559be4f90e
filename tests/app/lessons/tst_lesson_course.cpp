// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_course.h"
#include "tests/support/test_program.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstLessonCourse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void walksAChapter();
    void opensWhereOneWas();
    void aLessonOfTheSameIdTakesItsPlace();
    void textsFallBack();
};

namespace {

Lesson lessonOf(const QString& id, int steps)
{
    Lesson lesson;
    lesson.id = id;
    lesson.steps.resize(steps);
    return lesson;
}

}  // namespace

void TstLessonCourse::walksAChapter()
{
    LessonCourse course;
    course.setLessons({lessonOf(u"a"_s, 2)});
    QVERIFY(course.lesson() == nullptr);
    course.open(0);
    course.back();
    QCOMPARE(course.step(), 0);
    course.markDone();
    course.next();
    QVERIFY(course.current() != nullptr);
    course.next();
    QVERIFY(course.current() == nullptr && course.lesson() != nullptr);
    course.back();
    QCOMPARE(course.step(), 1);
    QCOMPARE(course.doneIn(0), 1);
    course.startOver();
    QCOMPARE(course.doneIn(0), 0);
}

void TstLessonCourse::opensWhereOneWas()
{
    LessonCourse course;
    course.setLessons({lessonOf(u"a"_s, 3), lessonOf(u"b"_s, 2)});
    course.setDone({u"a/0"_s, u"a/1"_s, u"b/0"_s, u"b/1"_s});
    course.open(0);
    QCOMPARE(course.step(), 2);
    course.open(1);
    QCOMPARE(course.step(), 0);  // all are done
}

void TstLessonCourse::aLessonOfTheSameIdTakesItsPlace()
{
    LessonCourse course;
    course.setLessons({lessonOf(u"a"_s, 3)});
    QCOMPARE(course.add(lessonOf(u"b"_s, 1)), 1);
    QCOMPARE(course.add(lessonOf(u"a"_s, 5)), 0);
    QCOMPARE(course.lessons().size(), 2);
    QCOMPARE(course.lessons().at(0).steps.size(), 5);
}

void TstLessonCourse::textsFallBack()
{
    const LessonText text{{{u"en"_s, u"layer"_s}, {u"zh_CN"_s, u"层"_s}}};
    QCOMPARE(text.in(u"zh_CN"_s), u"层"_s);
    QCOMPARE(text.in(u"zh"_s), u"层"_s);
    QCOMPARE(text.in(u"en_GB"_s), u"layer"_s);
    QCOMPARE(text.in(u"fr"_s), u"layer"_s);
    QCOMPARE((LessonText{{{u""_s, u"Schicht"_s}}}).in(u"fr"_s), u"Schicht"_s);
    QCOMPARE((LessonText{{{u"de"_s, u"Schicht"_s}}}).in(u"fr"_s), u"Schicht"_s);
}

GLYPHSCOPE_TEST(TstLessonCourse, Core)
#include "tst_lesson_course.moc"
