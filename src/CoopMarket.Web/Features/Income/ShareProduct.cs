using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Income;

/// <summary>Writes who makes a product, or one lot of it, and how its income is shared, for what is sold from now on.</summary>
internal static class ShareProduct
{
    internal sealed class Form
    {
        /// <summary>Đồng for packaging and material of each piece, as typed.</summary>
        public string? Costs { get; set; }

        /// <summary>The parts of the cooperative's fund, as typed.</summary>
        public string? FundParts { get; set; }

        public List<Row> Rows { get; set; } = [];

        public bool IsMeant { get; set; }
    }

    /// <summary>One member's share; nothing typed leaves her out.</summary>
    internal sealed class Row
    {
        public ProducerId Member { get; set; }

        /// <summary>Đồng for each piece, as typed.</summary>
        public string? PerUnit { get; set; }

        /// <summary>Parts of what is left, as typed.</summary>
        public string? Parts { get; set; }
    }

    /// <param name="Lot">The lot that is shared in its own way; null for all others.</param>
    /// <param name="IsMeant">Whether she says that wages above what a sale brings are meant.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProductId Product, string? Costs, string? FundParts, IReadOnlyList<Row> Rows, LotId? Lot = null, bool IsMeant = false) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int MostRows = 500;

        public Validator()
        {
            RuleFor(c => c.Costs).IsDongOrNone();
            RuleFor(c => c.Rows).Must(r => r.Count <= MostRows && r.DistinctBy(m => m.Member).Count() == r.Count).WithMessage("income.flaw.rows");
            RuleForEach(c => c.Rows).ChildRules(row =>
            {
                row.RuleFor(r => r.PerUnit).IsDongOrNone();
                row.RuleFor(r => r.Parts).IsParts();
            });
            RuleFor(c => c.Rows).Must(r => r.Count(IsShared) <= Sharing.MostMembers).WithMessage("income.flaw.members").WithState(_ => new object[] { Sharing.MostMembers });
            RuleFor(c => c.FundParts).IsParts();
        }
    }

    private static bool IsShared(Row row) => Typed.Dong(row.PerUnit) > 0 || Typed.Parts(row.Parts) > 0;

    internal sealed class Handler(MarketDb db, ProductOwners products, LotOwners lots, FeeRules fees, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var shared = command.Rows.Where(IsShared).ToList();
            var members = shared.Select(r => r.Member).ToList();
            if (!await products.OwnsAsync(command.Cooperative, command.Product, cancellationToken)
                || (command.Lot is { } lot && await lots.NumberAsync(command.Cooperative, command.Product, lot, cancellationToken) is null)
                || await db.Set<Producer>().CountAsync(p => p.Cooperative == command.Cooperative && p.PausedAt == null && members.Contains(p.Id), cancellationToken) != members.Count)
                return new NotFound();
            var sharing = Sharing.Write(
                ids.New<SharingId>(), command.Cooperative, command.Product, Typed.Dong(command.Costs),
                [.. shared.Select(r => new ShareTerm(ShareKind.Member, r.Member, Typed.Dong(r.PerUnit), Typed.Parts(r.Parts)))], Typed.Parts(command.FundParts), command.Actor.Person, time.Now(), command.Lot);
            if (!command.IsMeant && await products.PriceAsync(command.Product, cancellationToken) is { } price)
            {
                var net = price - price.BasisPoints(await fees.AtAsync(time.Now(), cancellationToken));
                if (IncomeShares.Lacking(sharing.Terms, net, 1) is { IsZero: false } lacking)
                    return new WagesAboveSale(price.Minor, net.Minor, (net + lacking).Minor);
            }

            db.Add(sharing);
            return Outcome.Done;
        }
    }
}
