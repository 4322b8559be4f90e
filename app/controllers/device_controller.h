// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace glyphscope {

class EngineSession;
class InspectionSession;
class NoticeBar;
class RecognitionSession;

/// The readers of the weights that are shown, and the device that they are on. To another device they move
/// together or not at all. Lives on the GUI thread.
class DeviceController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        NoticeBar& notices;
        EngineSession& engine;
        RecognitionSession& recognition;
        InspectionSession& inspection;
    };

    explicit DeviceController(const Parts& parts);

    [[nodiscard]] const std::string& device() const { return m_device; }

    /// Reads with these from now on.
    void useWeights(const std::shared_ptr<const StateDict>& weights);
    /// The engine is there: it makes the readers from now on.
    void useEngine();
    /// Moves the readers to a device, by PyTorch's name.
    void moveTo(const QString& device);

Q_SIGNALS:
    void engineDescribed(const QString& text);
    void devicesChanged(const QStringList& devices, const QString& current);
    /// Everything else follows: a device that refuses the readers would refuse it, too.
    void moved(const std::string& device);

private:
    /// To another device, until both readers are there or one of them cannot be.
    struct Move {
        std::string device;
        bool readerMade = false;
        bool inspectorMade = false;
    };

    void makeReaders();
    void makeReader();
    void readerMade(std::uint64_t number);
    void inspectorMade(std::uint64_t maker);
    void finishMove();
    void refused(const QString& message);
    void tellDevices();
    [[nodiscard]] const std::string& readersDevice() const { return m_move ? m_move->device : m_device; }

    const Parts m_parts;
    std::shared_ptr<const StateDict> m_weights;
    std::string m_device = "cpu";  // where the readers are
    std::optional<Move> m_move;
    std::uint64_t m_readerNumber = 0;  // of the newest ones that were asked for
    std::uint64_t m_refusedReader = 0;
    std::uint64_t m_inspectorNumber = 0;
};

}  // namespace glyphscope
