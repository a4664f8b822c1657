namespace CoopMarket.Domain.Sellers;

/// <summary>The figure in the middle of a band's motif.</summary>
internal enum BandFigure { Diamond, Flat, Star, Fern, Cross, Hooks }

/// <summary>What stands between two figures.</summary>
internal enum BandFiller { Seed, Peaks, Rungs, Zigzag, Column }

/// <summary>The two outer rows.</summary>
internal enum BandEdge { Line, Teeth, Dash, Double, Check }

/// <summary>Which thread lies at a place of a band's quarter; 0 is the ground.</summary>
internal static class BandMotifs
{
    internal const int Figures = 6;
    internal const int Fillers = 5;
    internal const int Edges = 5;

    private const int FirstEdgeRow = 6;

    private static readonly int[] Diamond = [2, 0, 1, 1, 0, 3, 0];
    private static readonly int[] Flat = [3, 0, 1, 0, 2, 2, 0];
    private static readonly int[] Hooks = [2, 0, 1, 1];
    private static readonly int[] Seed = [3, 0, 2, 0];
    private static readonly int[] Peaks = [2, 2, 3, 3];

    /// <summary><paramref name="x"/> and <paramref name="y"/> count threads from the middle of the figure.</summary>
    internal static int ThreadAt(BandPlan plan, int x, int y)
    {
        if (y >= FirstEdgeRow) return EdgeAt(plan.Edge, x, y);
        var figure = FigureAt(plan.Figure, x, y);
        return figure != 0 ? figure : FillerAt(plan.Filler, plan.Half - x, y);
    }

    private static int FigureAt(BandFigure figure, int x, int y) => figure switch
    {
        BandFigure.Diamond => Ring(Diamond, x + y),
        BandFigure.Flat => Ring(Flat, (x + 1 >> 1) + y),
        BandFigure.Star when x == y => x < 4 ? 2 : 0,
        BandFigure.Star => IsInRay(x - y, y) || IsInRay(y - x, x) ? 1 : x + y == 6 ? 3 : 0,
        BandFigure.Fern when IsFrond(x, y) => 1,
        BandFigure.Fern when x + y < 3 => x + y == 1 ? 0 : 2,
        BandFigure.Fern => x == 0 && y == 4 ? 3 : 0,
        BandFigure.Cross when Math.Abs(x - y) < 2 && x < 6 => x == y ? 2 : 1,
        BandFigure.Cross when x + y == 4 => 0,
        BandFigure.Cross => (x > 3 || y > 3) && x + y < 6 ? 3 : 0,
        BandFigure.Hooks when x + y < 4 => Hooks[x + y],
        BandFigure.Hooks => IsHook(x, y) ? 3 : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "No such figure."),
    };

    /// <summary><paramref name="u"/> counts threads from the seam between two figures.</summary>
    private static int FillerAt(BandFiller filler, int u, int y) => filler switch
    {
        BandFiller.Seed => Ring(Seed, u + y),
        BandFiller.Peaks => Ring(Peaks, u + 5 - y),
        BandFiller.Rungs => y % 2 != 0 || u >= 3 ? 0 : y == 2 ? 3 : 2,
        BandFiller.Zigzag => u + y is 4 or 5 ? 2 : u + y < 2 ? 3 : 0,
        BandFiller.Column => u == 0 ? 3 : u == 2 && y % 3 == 0 ? 2 : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(filler), filler, "No such filler."),
    };

    private static int EdgeAt(BandEdge edge, int x, int y)
    {
        var outer = y > FirstEdgeRow;
        return edge switch
        {
            BandEdge.Line => outer ? 2 : 0,
            BandEdge.Teeth => outer || x % 4 < 2 ? 1 : 0,
            BandEdge.Dash => outer && x % 6 < 4 ? 3 : 0,
            BandEdge.Double => outer ? 3 : 2,
            BandEdge.Check => (x + y) % 2 != 0 ? 2 : 0,
            _ => throw new ArgumentOutOfRangeException(nameof(edge), edge, "No such edge."),
        };
    }

    private static int Ring(int[] threads, int distance) => distance < threads.Length ? threads[distance] : 0;

    private static bool IsInRay(int along, int across) => along is > 0 and < 4 && across < 4;

    private static bool IsFrond(int x, int y) =>
        y == 5 && x < 8 || x == 7 && y is > 1 and < 6 || y == 2 && x is > 3 and < 8 || x == 4 && y is > 1 and < 4;

    private static bool IsHook(int x, int y) =>
        y == 4 && x < 3 || x == 3 && y is > 2 and < 6 || y == 5 && x is > 2 and < 7 || x == 6 && y is > 2 and < 6;
}
