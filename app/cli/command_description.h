// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace glyphscope {

/// One option of a command.
struct OptionDescription {
    QString name;   ///< "json"
    QString value;  ///< what it takes, "FILE"; empty: nothing
    QString says;
    bool common = false;  ///< every command has it
    bool many = false;    ///< takes every file behind it
};

/// A command as its --help says it.
struct CommandDescription {
    QString name;
    QString usage;  ///< what follows the name
    QString says;
    QList<OptionDescription> options;
};

/// While it lives, commands that are run describe themselves here and do nothing else.
class DescribedCommands {
public:
    DescribedCommands();
    ~DescribedCommands();
    DescribedCommands(const DescribedCommands&) = delete;
    DescribedCommands& operator=(const DescribedCommands&) = delete;

    void add(CommandDescription command) { m_commands << std::move(command); }
    [[nodiscard]] const QList<CommandDescription>& commands() const { return m_commands; }

    /// The one that lives, or null.
    [[nodiscard]] static DescribedCommands* current();

private:
    QList<CommandDescription> m_commands;
};

}  // namespace glyphscope
