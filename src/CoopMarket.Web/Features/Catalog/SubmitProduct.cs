using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Offers a product for sale: a new cooperative's first ones wait for an admin, later ones go on sale at once unless they are food that is praised with words that it may not be praised with, or does not say what is in it.</summary>
internal static class SubmitProduct
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProductId Product) : ICommand<Outcome<ProductState>>, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, Workbench workbench, PhotosOf photos, FoodWords food, TimeProvider time) : IRequestHandler<Command, Outcome<ProductState>>
    {
        public async Task<Outcome<ProductState>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await workbench.FindAsync(command.Cooperative, command.Product, cancellationToken) is not { } product)
                return new NotFound();
            var looked = await db.Set<Product>().CountAsync(p => p.Cooperative == command.Cooperative && p.FirstLiveAt != null, cancellationToken);
            var hasPhoto = (await photos.OfAsync(product.Id, cancellationToken)).Count > 0;
            // Words that food may not be praised with are looked at first, whoever wrote them; so is food that does not say what is in it.
            var isTold = !await food.IsFoodAsync(product.Category, cancellationToken) || product.TellsContents;
            var isKnown = looked >= Product.ReviewedFirst && isTold && (await food.InAsync(product.Category, product.Telling.All, cancellationToken)).Count == 0;
            if (product.Submit(hasPhoto, isKnown, time.Now()) is { } refusal)
                return refusal;
            return await workbench.AsksAbroadAsync(command.Cooperative, cancellationToken) ? new SayWhereYouSend() : product.State;
        }
    }
}
