using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Questions.Contract;

/// <summary>Warns whoever writes what others read, as messages are warned of: once, and she may send it all the same.</summary>
internal sealed class OutsideWarning(MarketSettings market)
{
    /// <summary>What to tell her before it is kept; null where nothing leads out of the market, or she was told and means it.</summary>
    public Refusal? Of(string words, bool sure) => !sure && OutsideContact.Find(words, new Uri(market.PublicUrl).Host) != OutsideSigns.None ? new LeadsOutside() : null;
}
