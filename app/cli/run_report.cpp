// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_report.h"

#include "app/cli/command_text.h"
#include "app/cli/report.h"
#include "app/cli/text_columns.h"
#include "app/files/training_data.h"
#include "app/text/file_name.h"
#include "app/text/message_text.h"
#include "model/types/option_fields.h"
#include "model/types/option_names.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

using Setting = std::pair<QString, QString>;

QStringList teacherNames(const Teaching& teaching)
{
    QStringList names;
    for (const std::string& file : teaching.files)
        names << fileNameFromBytes(file);
    return names;
}

std::vector<Setting> settingsOf(const RunInfo& run)
{
    std::vector<Setting> settings{
        {u"data"_s, QString::fromStdString(nameOfData(run.data))},
        {u"validation"_s, QString::number(run.data.validation)},
        {u"optimizer"_s, QString::fromStdString(optimizerName(run.options.optimizer))},
        {u"schedule"_s, QString::fromStdString(scheduleName(run.options.schedule))},
    };
    const auto add = [&settings](const char* name, const auto& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
            settings.emplace_back(QLatin1StringView(name), QString::fromStdString(value));
        else
            settings.emplace_back(QLatin1StringView(name), QString::number(value));
    };
    visitOptions(run.options, add);
    if (run.options.untilAccuracy > 1)
        std::ranges::find(settings, u"until_accuracy"_s, &Setting::first)->second = CommandText::tr("never");
    QStringList frozen;
    for (const std::string& name : run.options.frozen)
        frozen << QString::fromStdString(name);
    settings.emplace_back(u"frozen"_s, frozen.join(u", "_s));
    if (const Teaching& teaching = run.options.teaching; !teaching.files.empty()) {
        settings.emplace_back(u"teachers"_s, teacherNames(teaching).join(u", "_s));
        settings.emplace_back(u"teacher_temperature"_s, QString::number(teaching.temperature));
        settings.emplace_back(u"teacher_share"_s, QString::number(teaching.share));
    }
    return settings;
}

QJsonObject settingsJson(const RunInfo& run)
{
    QJsonArray frozen;
    for (const std::string& name : run.options.frozen)
        frozen.append(QString::fromStdString(name));
    QJsonObject settings{
        {u"data"_s, QString::fromStdString(nameOfData(run.data))},
        {u"validation"_s, run.data.validation},
        {u"optimizer"_s, QString::fromStdString(optimizerName(run.options.optimizer))},
        {u"schedule"_s, QString::fromStdString(scheduleName(run.options.schedule))},
        {u"frozen"_s, frozen},
    };
    const auto add = [&settings](const char* name, const auto& value) {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::string>)
            settings[QLatin1StringView(name)] = QString::fromStdString(value);
        else if constexpr (std::is_integral_v<Value>)
            settings[QLatin1StringView(name)] = static_cast<qint64>(value);
        else
            settings[QLatin1StringView(name)] = value;
    };
    visitOptions(run.options, add);
    if (const Teaching& teaching = run.options.teaching; !teaching.files.empty()) {
        settings[u"teachers"_s] = QJsonArray::fromStringList(teacherNames(teaching));
        settings[u"teacher_temperature"_s] = teaching.temperature;
        settings[u"teacher_share"_s] = teaching.share;
    }
    return settings;
}

bool judged(const RunInfo& run)
{
    return run.last.step > 0;
}

/// As JSON has it.
const char* stateKey(RunState state)
{
    switch (state) {
    case RunState::Running:
        return QT_TRANSLATE_NOOP("glyphscope::CommandText", "running");
    case RunState::Done:
        return QT_TRANSLATE_NOOP("glyphscope::CommandText", "done");
    case RunState::Stopped:
        return QT_TRANSLATE_NOOP("glyphscope::CommandText", "stopped");
    case RunState::Failed:
        return QT_TRANSLATE_NOOP("glyphscope::CommandText", "failed");
    case RunState::Interrupted:
        return QT_TRANSLATE_NOOP("glyphscope::CommandText", "interrupted");
    }
    return "";
}

/// As people read it.
QString stateText(RunState state)
{
    return CommandText::tr(stateKey(state));
}

std::vector<Setting> figuresOf(const RunInfo& run)
{
    std::vector<Setting> figures{
        {CommandText::tr("state"), stateText(run.state)},
        {CommandText::tr("steps"), CommandText::tr("%L1 of %L2").arg(run.step).arg(run.totalSteps)},
        {CommandText::tr("seconds"), QLocale().toString(run.seconds, 'f', 1)},
    };
    if (!judged(run))
        return figures;
    figures.emplace_back(CommandText::tr("test accuracy"), percent(run.last.testAccuracy));
    figures.emplace_back(CommandText::tr("test loss"), QLocale().toString(run.last.testLoss, 'f', 4));
    if (run.last.validated)
        figures.emplace_back(CommandText::tr("validation accuracy"), percent(run.last.validationAccuracy));
    figures.emplace_back(CommandText::tr("best"), CommandText::tr("%1 at step %L2", "an accuracy")
                                                      .arg(percent(run.best.judgedAccuracy()))
                                                      .arg(run.best.step));
    return figures;
}

QString dateOf(const RunInfo& run)
{
    return QDateTime::fromSecsSinceEpoch(run.startedAt).toString(u"yyyy-MM-dd HH:mm"_s);
}

/// Accuracy of every class; nothing for a class without images.
std::vector<QString> perClass(const Evaluation& test)
{
    std::vector<QString> shares;
    const auto classes = static_cast<std::size_t>(test.classCount);
    for (std::size_t truth = 0; truth < classes && test.confusion.size() == classes * classes; ++truth) {
        std::int64_t all = 0;
        for (std::size_t k = 0; k < classes; ++k)
            all += test.confusion[truth * classes + k];
        const std::int64_t right = test.confusion[truth * classes + truth];
        shares.push_back(all == 0 ? u"-"_s : percent(static_cast<double>(right) / static_cast<double>(all)));
    }
    return shares;
}

QString className(const RunInfo& run, std::size_t k)
{
    return k < run.classNames.size() ? QString::fromStdString(run.classNames[k]) : QString::number(k);
}

}  // namespace

QString stateName(RunState state)
{
    return QLatin1StringView(stateKey(state));
}

QJsonObject runJson(const RunInfo& run)
{
    QJsonObject object{
        {u"id"_s, QString::fromStdString(run.id)},
        {u"name"_s, QString::fromStdString(run.name)},
        {u"note"_s, QString::fromStdString(run.note)},
        {u"state"_s, stateName(run.state)},
        {u"started"_s, static_cast<qint64>(run.startedAt)},
        {u"step"_s, static_cast<qint64>(run.step)},
        {u"steps"_s, static_cast<qint64>(run.totalSteps)},
        {u"seconds"_s, run.seconds},
        {u"settings"_s, settingsJson(run)},
    };
    if (!run.failure.empty())
        object[u"failure"_s] = QString::fromStdString(run.failure);
    if (judged(run)) {
        object[u"test_accuracy"_s] = run.last.testAccuracy;
        object[u"best_accuracy"_s] = run.best.judgedAccuracy();
        if (run.last.validated)
            object[u"validation_accuracy"_s] = run.last.validationAccuracy;
    }
    return object;
}

QString runTable(const std::vector<RunInfo>& runs)
{
    std::vector<QStringList> rows{
        {CommandText::tr("run"), CommandText::tr("name"), CommandText::tr("state"), CommandText::tr("steps"),
         CommandText::tr("test", "accuracy on the test set"), CommandText::tr("started")}};
    for (const RunInfo& run : runs)
        rows.push_back({QString::fromStdString(run.id), QString::fromStdString(run.name),
                        stateText(run.state), u"%1/%2"_s.arg(run.step).arg(run.totalSteps),
                        judged(run) ? percent(run.last.testAccuracy) : u"-"_s, dateOf(run)});
    return columns(rows);
}

QString runText(const RunInfo& run)
{
    std::vector<QStringList> rows{{CommandText::tr("run"), QString::fromStdString(run.id)},
                                  {CommandText::tr("name"), QString::fromStdString(run.name)},
                                  {CommandText::tr("started"), dateOf(run)}};
    if (!run.note.empty())
        rows.push_back({CommandText::tr("note"), QString::fromStdString(run.note)});
    if (!run.failure.empty())
        rows.push_back({CommandText::tr("failure"), messageText(run.failure)});
    for (const std::vector<Setting>& part : {figuresOf(run), settingsOf(run)})
        for (const auto& [name, value] : part)
            rows.push_back({name, value});
    return columns(rows);
}

QString comparisonText(const RunInfo& a, const RunInfo& b)
{
    std::vector<QStringList> rows{
        {QString(), QString::fromStdString(a.name), QString::fromStdString(b.name)}};
    const std::vector<Setting> before = settingsOf(a);
    const std::vector<Setting> after = settingsOf(b);
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i].second != after[i].second)
            rows.push_back({before[i].first, before[i].second, after[i].second});
    if (rows.size() == 1)
        rows.push_back(
            {CommandText::tr("settings"), CommandText::tr("the same"), CommandText::tr("the same")});
    const auto add = [&rows](const std::vector<Setting>& from, std::size_t column) {
        for (const auto& [name, value] : from) {
            const auto row = std::find_if(rows.begin() + 1, rows.end(),
                                          [&key = name](const QStringList& r) { return r[0] == key; });
            if (row == rows.end())
                rows.push_back(column == 1 ? QStringList{name, value, u"-"_s}
                                           : QStringList{name, u"-"_s, value});
            else
                (*row)[static_cast<qsizetype>(column)] = value;
        }
    };
    add(figuresOf(a), 1);
    add(figuresOf(b), 2);
    const std::vector<QString> ofA = perClass(a.test);
    const std::vector<QString> ofB = perClass(b.test);
    for (std::size_t k = 0; k < ofA.size() && k < ofB.size(); ++k)
        rows.push_back({CommandText::tr("class %1").arg(className(a, k)), ofA[k], ofB[k]});
    return columns(rows);
}

}  // namespace glyphscope
