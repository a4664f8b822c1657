using System.Collections.Concurrent;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;

namespace CoopMarket.Web.Features.Lots.Contract;

/// <summary>
/// Visits of the pages behind labels that this node has counted and not yet written down, by lot and day, and nothing else of them.
/// Whoever scans a label waits for no database to write; a node that falls loses the visits of its last minute.
/// </summary>
internal sealed class LabelVisits(TimeProvider time)
{
    private readonly ConcurrentDictionary<(LotId Lot, DateOnly Day), int> _counted = new();

    /// <summary>Somebody opened the page of a lot.</summary>
    public void Note(LotId lot) => Add((lot, VietnamDay.Of(time.Now())), 1);

    /// <summary>Gives out what was counted and begins anew.</summary>
    public IReadOnlyList<((LotId Lot, DateOnly Day) Of, int Count)> Take()
    {
        List<((LotId, DateOnly), int)> taken = [];
        foreach (var of in _counted.Keys)
            if (_counted.TryRemove(of, out var count))
                taken.Add((of, count));
        return taken;
    }

    /// <summary>So many more: what could not be written down is taken back by this.</summary>
    public void Add((LotId Lot, DateOnly Day) of, int count) => _counted.AddOrUpdate(of, count, (_, known) => known + count);
}
