using System.Globalization;
using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Features.Stories;

/// <summary>What a button beside a block says.</summary>
/// <param name="Move">What is done.</param>
/// <param name="Place">Where the block stood, from 0.</param>
/// <param name="Seen">Its print as it was seen; null where there was none yet.</param>
/// <param name="Kind">Of a block that is added.</param>
/// <param name="Pattern">One of <see cref="StoryPatterns.All"/>, where a story begins by one.</param>
/// <param name="Taken">What comes back, as text.</param>
internal sealed record BlockChange(BlockMove Move, int Place = 0, string? Seen = null, BlockKind? Kind = null, string? Pattern = null, string? Taken = null)
{
    /// <summary>Reads a button: <c>Add-Photo</c>, <c>Begin-maker</c>, <c>Up-3-0f3a…</c>, <c>PutBack-3</c>; null where no button says so.</summary>
    public static BlockChange? Read(string? button, string? taken)
    {
        if (button?.Split('-') is not [var name, var what, .. var rest] || rest.Length > 1 || !Enum.GetNames<BlockMove>().Contains(name))
            return null;
        var move = Enum.Parse<BlockMove>(name);
        if (move == BlockMove.Add)
            return Enum.GetNames<BlockKind>().Contains(what) ? new(move, Kind: Enum.Parse<BlockKind>(what)) : null;
        if (move == BlockMove.Begin)
            return StoryPatterns.All.Contains(what) ? new(move, Pattern: what) : null;
        return int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? new(move, place, rest.FirstOrDefault(), Taken: taken) : null;
    }
}
