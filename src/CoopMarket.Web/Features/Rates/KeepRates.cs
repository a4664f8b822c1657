using System.Text.Json;
using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Rates;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Rates;

/// <summary>
/// Keeps what the feed says, where it says anything new. What an admin wrote down for the same day stands before it, and what is far
/// from the last rate is left out: a person looks first, and meanwhile the old one runs out. How the feed was read is written down.
/// </summary>
internal static class KeepRates
{
    /// <param name="Fed">Null where it could not be read.</param>
    internal sealed record Command(Actor Actor, IReadOnlyList<FedRate>? Fed) : ICommand<Outcome<Kept>>, IForAdmin, IAbout
    {
        public string About => "Vietcombank";
    }

    /// <param name="Refused">What was left out because nobody can be sure of it.</param>
    internal sealed record Kept(int Count, IReadOnlyList<RefusedRate> Refused);

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<Kept>>
    {
        public async Task<Outcome<Kept>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            if (await db.Set<FeedReading>().SingleOrDefaultAsync(r => r.Source == RateSource.Vietcombank, cancellationToken) is not { } reading)
                db.Add(reading = FeedReading.Of(RateSource.Vietcombank));
            if (request.Fed is null)
            {
                reading.Fail(now);
                return new Kept(0, []);
            }

            var (kept, refused) = (0, new List<RefusedRate>());
            foreach (var fed in request.Fed.Where(f => f.Currency != Currency.VND && f.Day <= VietnamDay.Of(now)))
            {
                var last = await RatesToday.Of(db, fed.Currency, VietnamDay.Of(now)).FirstOrDefaultAsync(cancellationToken);
                if (last is not null && (last.Day > fed.Day || (last.Day == fed.Day && (last.Source == RateSource.ByHand || last.PerUnit == fed.PerUnit))))
                    continue;
                if (Flaw(fed, last) is { } flaw)
                {
                    refused.Add(new(fed.Currency, fed.Day, fed.PerUnit, flaw));
                    continue;
                }

                db.Add(new ExchangeRate { Id = ids.New<RateId>(), Currency = fed.Currency, Day = fed.Day, PerUnit = fed.PerUnit!.Value, Source = RateSource.Vietcombank, AddedAt = now });
                kept++;
            }

            reading.Read(kept, refused.Count == 0 ? "" : JsonSerializer.Serialize(refused, Json.Options), now);
            return new Kept(kept, refused);
        }

        private static FedRateFlaw? Flaw(FedRate fed, ExchangeRate? last)
            => fed.PerUnit is not (> 0 and <= ExchangeRate.Most) ? FedRateFlaw.Unreadable : last?.IsFarFrom(fed.PerUnit.Value) == true ? FedRateFlaw.FarOff : null;
    }
}
