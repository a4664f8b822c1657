using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Features.Lots.Jobs;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Registers the area.</summary>
internal static class LotsArea
{
    public static void AddLots(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ICooperativeData, DataOfLots>().AddScoped<LotDrawer>().AddScoped<LotOwners>().AddScoped<KeptProducts>().AddScoped<LotShelf>().AddScoped<LotBook>().AddScoped<LotLines>().AddScoped<RecalledLots>();
        builder.Services.AddReaction<Domain.Lots.LotRecalled, OnLotRecalled>("lots.mail-admins-recalled", ReactionKind.CallsOut);
        builder.Services.AddSingleton<LabelVisits>();
        builder.Services.AddEvery<WithholdOldLots>(TimeSpan.FromMinutes(5)).AddEvery<WriteVisits>(TimeSpan.FromMinutes(1));
    }
}
