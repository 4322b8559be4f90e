// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/command_text.h"
#include "app/cli/text_columns.h"
#include "app/text/file_name.h"

#include <QtCore/QJsonDocument>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace glyphscope {
namespace {

/// Why standard output lost something, the first time that it did.
int lostOutput = 0;

void write(std::FILE* stream, const QByteArray& text)
{
    const auto size = static_cast<std::size_t>(text.size());
    errno = 0;
    const bool written = std::fwrite(text.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
    if (!written && stream == stdout && lostOutput == 0)
        lostOutput = errno == 0 ? EIO : errno;
}

constexpr qsizetype kHelpWidth = 79;

}  // namespace

Command::Command(const QString& name, const QString& usage, const QString& description)
    : m_name(name), m_usage(usage), m_description{name, usage, description, {}}
{
    // the parser breaks the lines of options, not those of the description
    m_parser.setApplicationDescription(broken(description, kHelpWidth));
    m_parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    addOption(QStringLiteral("model"),
              CommandText::tr("use these weights instead of the shipped ones (.safetensors or .pt)"),
              QStringLiteral("FILE"));
    addOption(QStringLiteral("device"), CommandText::tr("compute on this device: cpu or cuda"),
              QStringLiteral("DEVICE"), QStringLiteral("cpu"));
    addOption(QStringLiteral("threads"), CommandText::tr("use at most N threads"), QStringLiteral("N"));
    addOption(QStringLiteral("json"), CommandText::tr("print one JSON object per line"));
    const QString help = CommandText::tr("print this help and exit");
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, help, {}, {}});
    m_description.options << OptionDescription{QStringLiteral("help"), {}, help, true, false};
    addOption(QStringLiteral("version"), CommandText::tr("print the version and exit"));
    m_common = false;
}

void Command::addOption(const QString& name, const QString& description, const QString& value,
                        const QString& preset)
{
    m_parser.addOption({name, description, value, preset});
    m_description.options << OptionDescription{name, value, description, m_common, false};
}

void Command::addFilesOption(const QString& name, const QString& description)
{
    addOption(name, description, QStringLiteral("FILE"));
    m_filesOptions << name;
    m_description.options.last().many = true;
}

/// The parser gives an option one value: the further files get an option each, --ink a b as --ink a --ink=b.
QStringList Command::withOwners(const QStringList& arguments) const
{
    QStringList result;
    QString owner;
    bool owned = false;  // the owner has its first file
    for (const QString& argument : arguments) {
        const bool option = argument.size() > 1 && argument.startsWith(u'-');
        if (option) {
            const QString name = argument.mid(2).section(u'=', 0, 0);
            owner =
                argument.startsWith(QStringLiteral("--")) && m_filesOptions.contains(name) ? name : QString();
            owned = argument.contains(u'=');
        }
        const bool further = !option && !owner.isEmpty() && owned;
        result << (further ? QStringLiteral("--%1=%2").arg(owner, argument) : argument);
        owned = owned || (!option && !owner.isEmpty());
    }
    return result;
}

bool Command::parse(const QStringList& arguments)
{
    if (DescribedCommands* described = DescribedCommands::current()) {
        described->add(m_description);
        return false;
    }
    if (!m_parser.parse(withOwners(arguments)))
        throw UsageError(GLYPHSCOPE_TEXT("Command", "%1 Try glyphscope %2 --help."),
                         m_parser.errorText().toStdString(), m_name.toStdString());
    if (isSet(QStringLiteral("help")))
        printLine(help());
    else if (isSet(QStringLiteral("version")))
        printVersion();
    else
        return true;
    return false;
}

QString Command::help() const
{
    // The parser's own text, with our usage line in the place of its first
    const QString text = brokenHelp(m_parser.helpText(), kHelpWidth);
    const QString usage = CommandText::tr("Usage: glyphscope %1 %2").arg(m_name, m_usage);
    return QStringList{usage, text.mid(text.indexOf(u'\n')).trimmed()}.join(u'\n');
}

qint64 Command::integer(const QString& name, qint64 low, qint64 high) const
{
    bool isNumber = false;
    const qint64 number = value(name).toLongLong(&isNumber);
    if (!isNumber || number < low || number > high)
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--%1 %2: expected a whole number from %3 to %4."),
                         name.toStdString(), text(name), low, high);
    return number;
}

double Command::number(const QString& name, double low, double high) const
{
    bool isNumber = false;
    const double number = value(name).toDouble(&isNumber);
    if (!isNumber || !(number >= low && number <= high))
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--%1 %2: expected a number from %3 to %4."),
                         name.toStdString(), text(name), low, high);
    return number;
}

std::string Command::text(const QString& name) const
{
    return fileNameBytes(value(name));
}

void printText(const QString& text)
{
    write(stdout, text.toUtf8());
}

void printLine(const QString& line)
{
    printText(line + u'\n');
}

void printLine(const QJsonObject& object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void printVersion()
{
    printLine(QStringLiteral("glyphscope " GLYPHSCOPE_VERSION));
    printLine(QStringLiteral("Qt %1").arg(QLatin1StringView(qVersion())));
    printLine(QStringLiteral("LibTorch " GLYPHSCOPE_TORCH_VERSION));
}

void printMessage(const QString& message)
{
    write(stderr, "glyphscope: " + message.toUtf8() + '\n');
}

int statusAfterOutput(int status)
{
    if (lostOutput == 0 && (std::ferror(stdout) != 0 || std::fflush(stdout) != 0))
        lostOutput = EIO;
    if (lostOutput == 0)
        return status;
    printMessage(CommandText::tr("What was printed is lost: %1. Free some space, or send the output "
                                 "somewhere else, and try again.",
                                 "the system's reason")
                     .arg(QString::fromStdString(std::generic_category().message(lostOutput))));
    return status == kDone ? kFailed : status;
}

}  // namespace glyphscope
