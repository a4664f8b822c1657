using System.Globalization;

namespace CoopMarket.Web.Hosting;

/// <summary>
/// Which state of the shop a node's pages are kept under. To forget kept pages when the shop has changed is not enough: one that is
/// being made meanwhile is kept a moment later, of what was read before. Under the number of before, nobody finds it.
/// </summary>
internal sealed class ShopEdition
{
    private volatile string _number = "";

    /// <summary>As it stands in the keys of kept pages; empty until the node first looked.</summary>
    public string Number => _number;

    /// <summary>Pages that are begun from now on are of another edition.</summary>
    /// <param name="changes">How often the shop has changed.</param>
    public void Turn(long changes) => _number = changes.ToString(CultureInfo.InvariantCulture);
}
