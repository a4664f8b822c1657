using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoopMarket.Web.Data;

namespace CoopMarket.Web.Messaging;

/// <summary>
/// The letters of one delivery. A reader who can't be reached keeps the news from nobody else: the others get theirs, the delivery fails
/// afterwards, and its next try goes to nobody who has hers. Outside of a delivery a letter that fails simply fails.
/// </summary>
internal sealed class LetterRound
{
    // Beside what happened, in its message; no event has a part of such a name.
    private const string Sent = "~sent";

    private readonly HashSet<Guid> _sent = [];
    private bool _isDelivery;
    private Exception? _missed;
    private int _before;

    /// <summary>Begins the letters of a message, which knows the earlier tries' that went out.</summary>
    public void Begin(string payload)
    {
        _isDelivery = true;
        if (payload.Contains($"\"{Sent}\"", StringComparison.Ordinal))
            _sent.UnionWith(JsonNode.Parse(payload)![Sent]!.AsArray().Select(id => id!.GetValue<Guid>()));
        _before = _sent.Count;
    }

    /// <summary>Sends a letter, unless an earlier try did.</summary>
    public async Task SendAsync(Guid letter, Func<Task> send, CancellationToken cancellationToken)
    {
        if (_sent.Contains(letter))
            return;
        try
        {
            await send();
            _sent.Add(letter);
        }
        catch (Exception e) when (_isDelivery && !cancellationToken.IsCancellationRequested)
        {
            _missed ??= e;
        }
    }

    /// <summary>Ends them: fails where one did not go out.</summary>
    public void End()
    {
        if (_missed is not null)
            ExceptionDispatchInfo.Throw(_missed);
    }

    /// <summary>The message as the next try needs it.</summary>
    public string Told(string payload)
    {
        if (_sent.Count == _before)
            return payload;
        var told = JsonNode.Parse(payload)!.AsObject();
        told[Sent] = JsonSerializer.SerializeToNode(_sent, Json.Options);
        return told.ToJsonString(Json.Options);
    }
}
