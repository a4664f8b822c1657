using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace CoopMarket.Domain.Sellers;

/// <summary>A drawn band: an SVG <c>pattern</c> and the element id to fill with (<c>fill="url(#key)"</c>).</summary>
/// <param name="Key">The pattern's element id; depends on the cooperative's id alone.</param>
/// <param name="Svg">The pattern element, at most 700 bytes of ASCII, without script or style.</param>
public sealed record Band(string Key, string Svg);

/// <summary>What an id decides about its cloth.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BandPlan(int Cloth, BandFigure Figure, BandFiller Filler, BandEdge Edge, int Half);

/// <summary>
/// The woven band of a cooperative: the same id always gives the same cloth. One quarter of a motif is set on a small
/// grid and mirrored both ways, as a weaver counts threads from the middle. Integer arithmetic only. What an id gives
/// must never change: bands are known by sight.
/// </summary>
public static class WovenBand
{
    private const int TurnsTried = 200;
    private const int Rows = 8;
    private const string Night = "#1a1c30", Indigo = "#22316b", Sky = "#7d97dc", Madder = "#8e261c", Brick = "#dc5a3f",
        Lac = "#d4537f", Leaf = "#1f4a33", Shoot = "#7fb069", Yam = "#4c2c1e", Turmeric = "#e8b04a", Cotton = "#f4ead6";

    // Ground first, then the threads in the order they are laid in.
    private static readonly string[][] Cloths =
    [
        [Indigo, Cotton, Turmeric, Brick], [Night, Brick, Cotton, Shoot],
        [Madder, Cotton, Turmeric, Night], [Leaf, Cotton, Turmeric, Brick],
        [Yam, Turmeric, Cotton, Sky], [Cotton, Indigo, Madder, Leaf],
        [Night, Turmeric, Lac, Sky], [Indigo, Turmeric, Lac, Cotton],
        [Madder, Turmeric, Cotton, Sky], [Leaf, Turmeric, Cotton, Lac],
        [Yam, Cotton, Brick, Shoot], [Cotton, Night, Lac, Turmeric],
    ];

    /// <summary>Draws the band, 15 threads high, mirrored about both axes.</summary>
    /// <param name="id">The cooperative's lasting id.</param>
    /// <param name="turn">0, or the turn that <see cref="FreeTurn"/> gave when the cooperative was approved.</param>
    public static Band Draw(string id, int turn = 0)
    {
        var plan = Plan(id, turn);
        var key = "b" + Base36(Hash(id));
        var cloth = Cloths[plan.Cloth];
        var half = plan.Half;
        var width = 2 * half;
        var svg = new StringBuilder(700);
        svg.Append(CultureInfo.InvariantCulture, $"<pattern id=\"{key}\" x=\"-{half}\" width=\"{width}\" height=\"15\" viewBox=\"-{half} -7.5 {width} 15\" patternUnits=\"userSpaceOnUse\">");
        svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{cloth[0]}\" d=\"M-{half}-8h{width}v16h-{width}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<g id=\"{key}h\" stroke-width=\".9\" stroke-linecap=\"square\"><g id=\"{key}q\">");
        for (var thread = 1; thread < cloth.Length; thread++)
            if (Runs(plan, thread) is { Length: > 0 } path)
                svg.Append(CultureInfo.InvariantCulture, $"<path stroke=\"{cloth[thread]}\" d=\"{path}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"</g><use href=\"#{key}q\" transform=\"scale(-1 1)\"/></g><use href=\"#{key}h\" transform=\"scale(1 -1)\"/></pattern>");
        return new Band(key, svg.ToString());
    }

    /// <summary>The same band as <see cref="Draw"/> gives, thread by thread.</summary>
    /// <param name="id">The cooperative's lasting id.</param>
    /// <param name="turn">The turn stored when it was approved.</param>
    public static BandThreads Threads(string id, int turn = 0)
    {
        var plan = Plan(id, turn);
        var width = 2 * plan.Half;
        var rgb = new byte[width * BandThreads.Height * 3];
        for (var at = 0; at < width * BandThreads.Height; at++)
        {
            var (x, y) = (Math.Abs((at % width) - plan.Half), Math.Abs((at / width) - Rows + 1));
            Convert.FromHexString(Cloths[plan.Cloth][BandMotifs.ThreadAt(plan, x, y)].AsSpan(1)).CopyTo(rgb, at * 3);
        }

        return new(width, rgb);
    }

    /// <summary>
    /// The first turn whose ground and figure no neighbor has; stored once, when a cooperative is approved.
    /// 0 when there is none: 36 looks exist.
    /// </summary>
    /// <param name="id">The new cooperative's lasting id.</param>
    /// <param name="neighbors">Ids and turns of the cooperatives it is seen beside.</param>
    public static int FreeTurn(string id, IEnumerable<(string Id, int Turn)> neighbors)
    {
        ArgumentNullException.ThrowIfNull(neighbors);
        var taken = neighbors.Select(neighbor => LookOf(neighbor.Id, neighbor.Turn)).ToHashSet();
        for (var turn = 0; turn < TurnsTried; turn++)
            if (!taken.Contains(LookOf(id, turn)))
                return turn;
        return 0;
    }

    /// <summary>What tells two bands apart from across the room: the ground's color and the figure.</summary>
    internal static (string Ground, BandFigure Figure) LookOf(string id, int turn)
    {
        var plan = Plan(id, turn);
        return (Cloths[plan.Cloth][0], plan.Figure);
    }

    internal static BandPlan Plan(string id, int turn)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfNegative(turn);
        var left = Hash(turn == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}#{turn}"));
        return new BandPlan(
            Take(Cloths.Length),
            (BandFigure)Take(BandMotifs.Figures),
            (BandFiller)Take(BandMotifs.Fillers),
            (BandEdge)Take(BandMotifs.Edges),
            10 + Take(4));

        int Take(int count)
        {
            var pick = (int)(left % (uint)count);
            left /= (uint)count;
            return pick;
        }
    }

    /// <summary>FNV-1a over the id's UTF-8 bytes, then murmur's finish, so that near ids part ways.</summary>
    private static uint Hash(string text)
    {
        var hash = 0x811c9dc5u;
        foreach (var value in Encoding.UTF8.GetBytes(text)) hash = unchecked((hash ^ value) * 0x01000193u);
        hash = unchecked((hash ^ hash >> 16) * 0x85ebca6bu);
        hash = unchecked((hash ^ hash >> 13) * 0xc2b2ae35u);
        return hash ^ hash >> 16;
    }

    /// <summary>Runs of one thread, row by row, as the shortest path data.</summary>
    private static string Runs(BandPlan plan, int thread)
    {
        var path = new StringBuilder();
        for (var y = 0; y < Rows; y++)
            for (int x = 0, end; x <= plan.Half; x = end + 1)
            {
                end = x;
                if (BandMotifs.ThreadAt(plan, x, y) != thread) continue;
                while (end < plan.Half && BandMotifs.ThreadAt(plan, end + 1, y) == thread) end++;
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{end - x}");
            }
        return path.ToString();
    }

    private static string Base36(uint value)
    {
        var digits = new Stack<char>();
        do digits.Push("0123456789abcdefghijklmnopqrstuvwxyz"[(int)(value % 36)]);
        while ((value /= 36) > 0);
        return new string(digits.ToArray());
    }
}
