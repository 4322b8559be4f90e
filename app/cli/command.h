// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_description.h"
#include "model/types/error.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <string>

namespace glyphscope {

enum ExitStatus { kDone = 0, kFailed = 1, kWrongUsage = 2, kInterrupted = 130 };

/// The command line itself makes no sense; leads to kWrongUsage.
class UsageError : public Error {
public:
    using Error::Error;
};

/// The options of one command: those that every command has, and its own.
class Command {
public:
    /// `usage` is what follows the command's name: "FILE... [--top N]".
    Command(const QString& name, const QString& usage, const QString& description);

    void addOption(const QString& name, const QString& description, const QString& value = {},
                   const QString& preset = {});

    /// An option that takes every file behind it, up to the next option: --ink a.inkml b.inkml.
    void addFilesOption(const QString& name, const QString& description);

    /// Throws UsageError. False if --help or --version was asked for, and printed, or if commands describe
    /// themselves.
    [[nodiscard]] bool parse(const QStringList& arguments);

    [[nodiscard]] QStringList files() const { return m_parser.positionalArguments(); }
    [[nodiscard]] bool isSet(const QString& name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString value(const QString& name) const { return m_parser.value(name); }
    [[nodiscard]] QStringList values(const QString& name) const { return m_parser.values(name); }
    /// As the bytes that were given, which a file's name may need.
    [[nodiscard]] std::string text(const QString& name) const;
    /// Throws UsageError unless the value is a number from `low` to `high`.
    [[nodiscard]] qint64 integer(const QString& name, qint64 low, qint64 high) const;
    [[nodiscard]] double number(const QString& name, double low, double high) const;
    [[nodiscard]] bool json() const { return isSet(QStringLiteral("json")); }

private:
    [[nodiscard]] QString help() const;
    [[nodiscard]] QStringList withOwners(const QStringList& arguments) const;

    QCommandLineParser m_parser;
    QString m_name;
    QString m_usage;
    QStringList m_filesOptions;
    CommandDescription m_description;
    bool m_common = true;  // the options that are added now are every command's
};

/// Text on standard output as it is.
void printText(const QString& text);
/// One line on standard output.
void printLine(const QString& line);
void printLine(const QJsonObject& object);
void printVersion();
/// One line on standard error, after "glyphscope: ".
void printMessage(const QString& message);
/// The exit status of a program that has printed all it wants to: that of its work, but kFailed, with a
/// message, if what it printed is lost (a full disk, a closed output).
[[nodiscard]] int statusAfterOutput(int status);

}  // namespace glyphscope
