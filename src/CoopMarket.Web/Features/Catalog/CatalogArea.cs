using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Registers the area.</summary>
internal static class CatalogArea
{
    public static void AddCatalog(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ICooperativeData, DataOfCatalog>().AddScoped<Shelf>().AddScoped<AheadShelf>().AddScoped<CategoryTree>().AddScoped<ProductOwners>().AddScoped<ProductSheets>().AddScoped<SizeStock>().AddScoped<FoodWords>();
        builder.Services.AddScoped<PhotosOf>().AddScoped<Workbench>().AddScoped<Shelves>().AddScoped<Addresses>().AddScoped<ReviewMail>();
        builder.Services.AddReaction<PhotoShown, OnPhotosChanged>("catalog.note-photo-shown", ReactionKind.Writes);
        builder.Services.AddReaction<PhotoRemoved, OnPhotosChanged>("catalog.note-photo-removed", ReactionKind.Writes);
        builder.Services.AddReaction<ProductApproved, OnProductApproved>("catalog.mail-approved", ReactionKind.CallsOut);
        builder.Services.AddReaction<ProductRefused, OnProductRefused>("catalog.mail-refused", ReactionKind.CallsOut);
        builder.Services.AddReaction<HeldTextsRefused, OnHeldTextsRefused>("catalog.mail-held-texts-refused", ReactionKind.CallsOut);
        builder.Services.AddHostedService<ForbiddenWordsAtStart>();
        builder.Services.AddReaction<ProductTakenDown, OnProductTakenDown>("catalog.mail-taken-down", ReactionKind.CallsOut);
    }
}
