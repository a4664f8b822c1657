using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>
/// Sells a product ahead of its harvest, or changes what was said of it: when it is sent, until when orders are taken, and how
/// many of each size. Orders that were placed keep the days that they were promised.
/// </summary>
internal static class SellAhead
{
    internal sealed class Form
    {
        /// <summary>How many of each size, by its id; empty or 0: not sold ahead.</summary>
        public Dictionary<string, string?> Quota { get; set; } = [];

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        public DateOnly? Until { get; set; }
    }

    internal sealed record Command(
        Actor Actor, CooperativeId Cooperative, ProductId Product, IReadOnlyDictionary<string, string?> Quota, DateOnly? From, DateOnly? To, DateOnly? Until)
        : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();

        public AheadTerms Terms => new(From ?? default, To ?? default, Until ?? default);

        /// <summary>The sizes that are sold ahead, and how many at most.</summary>
        public IReadOnlyDictionary<VariantId, int> Quotas
            => Quota.Where(q => Guid.TryParse(q.Key, out _) && Typed.Count(q.Value) > 0).ToDictionary(q => VariantId.From(Guid.Parse(q.Key)), q => Typed.Count(q.Value)!.Value);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider time)
        {
            RuleFor(c => c.Quota).Must(q => q.Count <= Product.MostVariants && q.Values.All(IsQuota)).WithMessage("catalog.flaw.quota").WithState(_ => new object[] { AheadSale.MostQuota });
            RuleFor(c => c.Quota).Must((c, _) => c.Quotas.Count > 0).When(c => c.Quota.Values.All(IsQuota)).WithMessage("catalog.flaw.quota-none");
            // A window that has begun may stay as it is while she changes how many.
            RuleFor(c => c.From).Must((c, d) => d is not null && (c.Terms.BeginsInTime(VietnamDay.Of(time.Now())) || (d < VietnamDay.Of(time.Now()) && c.To >= VietnamDay.Of(time.Now())))).WithMessage("catalog.flaw.send-from");
            RuleFor(c => c.To).Must((c, d) => d is not null && c.Terms.EndsInTime).WithMessage("catalog.flaw.send-to").WithState(_ => new object[] { AheadTerms.MostDaysLong });
            RuleFor(c => c.Until).Must((c, d) => d is not null && c.Terms.TakesOrders(VietnamDay.Of(time.Now()))).WithMessage("catalog.flaw.order-until");
        }

        private static bool IsQuota(string? typed) => TypedNumber.Read(typed, 0, AheadSale.MostQuota, out _) is NumberVerdict.Whole or NumberVerdict.Empty;
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var product = await db.Set<Product>().AsNoTracking().Include(p => p.Variants)
                .FirstOrDefaultAsync(p => p.Id == command.Product && p.Cooperative == command.Cooperative, cancellationToken);
            var quotas = command.Quotas;
            if (product is null || quotas.Keys.Any(v => !product.Variants.Any(o => o.Id == v && o.IsOffered)))
                return new NotFound();
            if (product.MadeToOrderDays is not null)
                return new NotAheadToOrder();
            var (now, today) = (time.Now(), VietnamDay.Of(time.Now()));
            // In one order for all, as orders take them.
            foreach (var variant in product.Variants.OrderBy(v => v.Id.Value))
                if (await SetAsync(variant, quotas.TryGetValue(variant.Id, out var quota) ? quota : null, command.Terms, now, today, cancellationToken) is { } refusal)
                    return refusal;
            return Outcome.Done;
        }

        private async Task<Refusal?> SetAsync(Variant variant, int? quota, AheadTerms terms, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
        {
            var open = await db.Set<AheadSale>().FirstOrDefaultAsync(a => a.Variant == variant.Id && a.EndedAt == null, cancellationToken);
            // Another harvest is another sale: what was sold of the old one stays its own.
            if (open is not null && (quota is null || open.To < today))
            {
                await db.Set<AheadSale>().Where(a => a.Id == open.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.EndedAt, now), cancellationToken);
                open = null;
            }

            if (quota is not { } most)
                return null;
            if (open is null)
            {
                db.Add(AheadSale.Open(ids.New<AheadSaleId>(), variant.Product, variant.Id, terms, most, now));
                return null;
            }

            open.Set(terms);
            if (await db.Set<AheadSale>().Where(a => a.Id == open.Id && a.EndedAt == null && a.Sold <= most).ExecuteUpdateAsync(set => set.SetProperty(a => a.Quota, most), cancellationToken) == 1)
                return null;
            var sold = await db.Set<AheadSale>().AsNoTracking().Where(a => a.Id == open.Id).Select(a => a.Sold).FirstAsync(cancellationToken);
            return sold > most ? new SoldMoreAhead(variant.Name.In(Languages.Current), sold) : new ChangedMeanwhile();
        }
    }
}
