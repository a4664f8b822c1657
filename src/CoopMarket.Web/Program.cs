using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Admin;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Certificates;
using CoopMarket.Web.Features.Complaints;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Dev;
using CoopMarket.Web.Features.Income;
using CoopMarket.Web.Features.Links;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Rates;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Features.Search;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Shipping;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;

var verb = Verb.Of(args);
var builder = WebApplication.CreateBuilder(verb.Options());
if (!builder.AddHouse(verb))
    return 2;
builder.AddAccounts();
builder.AddSellers();
builder.AddCatalog();
builder.AddStories();
builder.AddPhotos();
builder.AddShipping();
builder.AddRates();
builder.AddOrders();
builder.AddPayments();
builder.AddSettlement();
builder.AddIncome();
builder.AddLots();
builder.AddLinks();
builder.AddCertificates();
builder.AddReviews();
builder.AddComplaints();
builder.AddSearch();
builder.AddStorefront();
builder.AddDesk();
builder.AddAdmin();
builder.AddDev();

await using var app = builder.Build();
app.UseHouse();
app.MapPhotos();
app.MapPayments();
app.MapStorefront();
return await verb.RunAsync(app);

/// <summary>The program; named so that tests can host it.</summary>
internal sealed partial class Program;
