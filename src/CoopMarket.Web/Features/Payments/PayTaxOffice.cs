using System.Globalization;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// An admin says that an outgoing line paid the tax office what was withheld from sellers in a month. Never more than was withheld and
/// not yet paid: the rest would be the market's own cost.
/// </summary>
internal static class PayTaxOffice
{
    /// <param name="TaxMonth">As the browser sends a month: 2026-11.</param>
    internal sealed record Command(Actor Actor, MoneyInId Money, string? TaxMonth) : ICommand, IForAdmin, ISerialized, IAbout
    {
        public string About => Money.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.TaxMonth).Must(m => MonthOf(m) is not null).WithMessage("payments.line.tax.flaw");
    }

    internal sealed class Handler(MarketDb db, WithheldBooks withheld) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is not { } line)
                return new NotFound();
            // By the rows, not by the ledger: what was written down a moment ago may not be booked yet.
            var paid = Money.Dong(await db.Set<MoneyIn>().Where(m => m.TaxMonth != null).SumAsync(m => m.Amount.Minor, cancellationToken));
            return line.PayTax(MonthOf(request.TaxMonth)!.Value, await withheld.SumAsync(cancellationToken) - paid);
        }
    }

    /// <summary>The first day of a month as a browser sends it; null where it is none.</summary>
    private static DateOnly? MonthOf(string? typed)
        => DateOnly.TryParseExact(typed, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is > 2000 and < 9000 ? month : null;
}
