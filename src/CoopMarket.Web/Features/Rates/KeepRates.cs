using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Rates;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Rates;

/// <summary>
/// Keeps what the feed says, where it says anything new. What an admin wrote down for the same day stands before it, and what is far
/// from the last rate is left out: a person looks first, and meanwhile the old one runs out.
/// </summary>
internal static class KeepRates
{
    internal sealed record Command(Actor Actor, IReadOnlyList<FedRate> Fed) : ICommand<Outcome<Kept>>, IForAdmin, IAbout
    {
        public string About => "Vietcombank";
    }

    /// <param name="FarOff">The currencies that were left out because their rate is far from the last one.</param>
    internal sealed record Kept(int Count, IReadOnlyList<Currency> FarOff);

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<Kept>>
    {
        public async Task<Outcome<Kept>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (now, kept, far) = (time.Now(), 0, new List<Currency>());
            foreach (var fed in request.Fed.Where(f => f.Currency != Currency.VND && f.PerUnit is > 0 and <= ExchangeRate.Most && f.Day <= Show.Day(now)))
            {
                var last = await RatesToday.Of(db, fed.Currency, Show.Day(now)).FirstOrDefaultAsync(cancellationToken);
                if (last is not null && (last.Day > fed.Day || (last.Day == fed.Day && (last.Source == RateSource.ByHand || last.PerUnit == fed.PerUnit))))
                    continue;
                if (last?.IsFarFrom(fed.PerUnit) == true)
                {
                    far.Add(fed.Currency);
                    continue;
                }

                db.Add(new ExchangeRate { Id = ids.New<RateId>(), Currency = fed.Currency, Day = fed.Day, PerUnit = fed.PerUnit, Source = RateSource.Vietcombank, AddedAt = now });
                kept++;
            }

            return new Kept(kept, far);
        }
    }
}
