using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Questions.Contract;

/// <summary>Warns whoever writes what others read and what seems to lead out of the market: once, and she may send it all the same.</summary>
internal sealed class OutsideWarning(MarketSettings market)
{
    /// <summary>What seems to lead out of the market in some words; <see cref="LeadsOutside"/> where something does and she has not said that she means it.</summary>
    public Outcome<OutsideSigns> Read(string words, bool sure)
    {
        var signs = OutsideContact.Find(words, new Uri(market.PublicUrl).Host);
        return signs != OutsideSigns.None && !sure ? new LeadsOutside() : signs;
    }

    /// <summary>Whether something in some words seems to lead out of the market, where people are only told of it.</summary>
    public bool LeadsOut(string words) => Read(words, sure: false).Refusal is not null;
}
