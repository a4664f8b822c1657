using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Begins the draft of a product with its name.</summary>
internal static class StartProduct
{
    internal sealed class Form
    {
        public string? NameVi { get; set; }

        public string? NameEn { get; set; }

        public CategoryId? Category { get; set; }
    }

    internal sealed record Command(Actor Actor, CooperativeId Cooperative, string? NameVi, string? NameEn, CategoryId? Category)
        : ICommand<Outcome<ProductId>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.NameVi).IsText(required: "catalog.flaw.name");
            RuleFor(c => c.NameEn).IsText();
        }
    }

    internal sealed class Handler(MarketDb db, Shelves shelves, CategoryTree categories, Addresses addresses, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<ProductId>>
    {
        public async Task<Outcome<ProductId>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await shelves.FlawAsync(command.Category, cancellationToken) is { } flaw)
                return Outcome<ProductId>.Invalid([flaw]);
            if (await db.Set<Product>().CountAsync(p => p.Cooperative == command.Cooperative, cancellationToken) >= Product.MostOfCooperative)
                return new EnoughProducts();
            var id = ids.New<ProductId>();
            var name = Typed.Texts(command.NameVi, command.NameEn);
            var product = Product.Start(id, command.Cooperative, await addresses.GiveAsync(id, name.Vi, cancellationToken), time.Now());
            product.Describe(product.Telling.Texts with { Name = name }, command.Category);
            if (command.Category is { } category)
                product.Tax(VatProposal.Of((await categories.AllAsync(cancellationToken)).PathOf(category)));
            db.Add(product);
            return id;
        }
    }
}
