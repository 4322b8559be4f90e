// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/task_session.h"
#include "model/spec/grow.h"
#include "model/types/network_spec.h"
#include "model/types/prediction.h"
#include "model/types/raster.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

namespace glyphscope {

class EngineSession;

/// Reads the newest drawing with a network that is edited and not in use: with the weights that it would get.
/// One reading at a time, the newest wanted one next. Lives on the GUI thread.
class EditedReader : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kPause{150};  ///< after an edit: another may follow at once

    explicit EditedReader(EngineSession& engine);

    struct Edited {
        NetworkSpec network;
        std::shared_ptr<const StateDict> weights;  ///< in use, of which it would keep what fits
    };
    /// Nothing: there is none to read with.
    void setNetwork(std::optional<Edited> edited);
    void setGlyph(const std::optional<Glyph>& glyph);

Q_SIGNALS:
    void read(const std::shared_ptr<const glyphscope::Reading>& reading);

private:
    struct Reader;  // the worker's
    void start();
    void done(std::uint64_t number, const std::shared_ptr<const Reading>& reading);

    EngineSession& m_engine;
    std::shared_ptr<Reader> m_reader;
    std::optional<Edited> m_edited;
    std::optional<Glyph> m_glyph;
    std::uint64_t m_number = 0;  // of the network
    bool m_reading = false;
    bool m_wanted = false;  // again, when what is read now is done
    QTimer m_pause;
    TaskSession m_tasks;  // last: it ends before what its tasks use
};

}  // namespace glyphscope
